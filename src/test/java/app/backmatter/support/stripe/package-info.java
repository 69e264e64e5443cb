/** Plays Stripe over HTTP, in the shapes of its real interface, with the pages that its readers would see. */
@NullMarked
package app.backmatter.support.stripe;

import org.jspecify.annotations.NullMarked;
