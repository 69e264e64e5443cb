/** Letters to readers who left a checkout without paying: what their author says, who gets them, and what they brought. */
@NullMarked
package app.backmatter.funnels.reminder;

import org.jspecify.annotations.NullMarked;
