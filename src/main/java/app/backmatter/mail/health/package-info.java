/** How mails arrive: counted by day and domain, held against the limits of mailbox providers, and stopped where they are crossed. */
@NullMarked
package app.backmatter.mail.health;

import org.jspecify.annotations.NullMarked;
