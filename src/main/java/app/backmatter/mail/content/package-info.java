/** What stands in a mail that an author composes, and how it is laid out once for all its readers. */
@NullMarked
package app.backmatter.mail.content;

import org.jspecify.annotations.NullMarked;
