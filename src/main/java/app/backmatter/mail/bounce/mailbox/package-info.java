/** Reads the mailboxes that bounces and complaints come to (RFC 3464, RFC 5965). */
@NullMarked
package app.backmatter.mail.bounce.mailbox;

import org.jspecify.annotations.NullMarked;
