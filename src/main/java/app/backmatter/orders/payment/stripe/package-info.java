/**
 * Takes money with Stripe: the first payment on Stripe's own page, one-click offers from the card that it kept. Stripe's
 * library is touched when a workspace first needs it, never by a start: no bean here names its classes in a signature.
 */
@NullMarked
package app.backmatter.orders.payment.stripe;

import org.jspecify.annotations.NullMarked;
