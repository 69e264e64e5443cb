/** How mails reach a mail server, and what it says. */
@NullMarked
package app.backmatter.mail.transport;

import org.jspecify.annotations.NullMarked;
