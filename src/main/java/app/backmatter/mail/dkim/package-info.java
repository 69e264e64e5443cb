/** Signs mails for the author's domain (DKIM, RFC 6376), and looks whether the world can check it. */
@NullMarked
package app.backmatter.mail.dkim;

import org.jspecify.annotations.NullMarked;
