/** One e-mail to many: readers are taken on in batches, and each message is on the books before it leaves and after. */
@NullMarked
package app.backmatter.mail.broadcast;

import org.jspecify.annotations.NullMarked;
