package app.backmatter.funnels.passage;

import app.backmatter.orders.BuyerAddress;
import app.backmatter.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a reader typed on a checkout, the card apart.
 *
 * @param name on the card, at most 120 characters
 * @param coupon a code, or what was taken for one, at most 40 characters; empty for none
 * @param address as far as it was asked
 * @param given for an offer whose price is the reader's to choose; absent for all others
 */
public record TypedCheckout(
        String email,
        String name,
        boolean withBump,
        String coupon,
        BuyerAddress address,
        @Nullable Money given,
        TypedPresent present) {}
