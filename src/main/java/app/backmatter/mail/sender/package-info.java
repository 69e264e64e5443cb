/** In whose name mails leave. */
@NullMarked
package app.backmatter.mail.sender;

import org.jspecify.annotations.NullMarked;
