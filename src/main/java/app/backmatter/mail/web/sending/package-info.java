/** How a workspace's mails leave, for its owners. */
@NullMarked
package app.backmatter.mail.web.sending;

import org.jspecify.annotations.NullMarked;
