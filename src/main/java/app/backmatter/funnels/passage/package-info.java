/** The reader's way through a published revision: sign-up, confirmation, offers, payments, follow-up. */
@NullMarked
package app.backmatter.funnels.passage;

import org.jspecify.annotations.NullMarked;
