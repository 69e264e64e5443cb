/** The pages on which broadcasts are written. */
@NullMarked
package app.backmatter.mail.web.broadcast;

import org.jspecify.annotations.NullMarked;
