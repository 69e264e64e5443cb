/** The page that tells how mails arrive. */
@NullMarked
package app.backmatter.mail.web.health;

import org.jspecify.annotations.NullMarked;
