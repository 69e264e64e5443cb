/** The currencies that readers can pay in beside the workspace's own, and what they are worth. */
@NullMarked
package app.backmatter.catalog.currency;

import org.jspecify.annotations.NullMarked;
