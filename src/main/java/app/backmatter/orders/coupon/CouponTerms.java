package app.backmatter.orders.coupon;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the author says of a code.
 *
 * @param code in capitals
 * @param product that alone is reduced; absent for all
 * @param funnel on whose checkout alone it works; absent for all
 * @param minimum from which sum of prices on it works, in the currency of the reduction
 * @param endsAt from then on it works no more; absent for never
 * @param mostUses absent for any number
 * @param mostPerReader absent for any number
 */
public record CouponTerms(
        String code,
        Reduction reduction,
        @Nullable ProductId product,
        @Nullable UUID funnel,
        Money minimum,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer mostUses,
        @Nullable Integer mostPerReader) {
    /** A percentage without a minimum is one of any amount; all else is an amount of one currency. */
    boolean isIn(Currency currency) {
        return (reduction instanceof Reduction.PercentOff && minimum.isZero())
                || minimum.currency().equals(currency);
    }
}
