/** The way by which a workspace's mails leave: the installation's, or one of its own. */
@NullMarked
package app.backmatter.mail.way;

import org.jspecify.annotations.NullMarked;
