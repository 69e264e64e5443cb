/** Who opened a mail and followed its links, without an address of a person in any address. */
@NullMarked
package app.backmatter.mail.tracking;

import org.jspecify.annotations.NullMarked;
