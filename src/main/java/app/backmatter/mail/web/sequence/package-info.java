/** The pages on which sequences are put together, and on which their readers are seen. */
@NullMarked
package app.backmatter.mail.web.sequence;

import org.jspecify.annotations.NullMarked;
