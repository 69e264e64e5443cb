package app.backmatter.orders;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a code takes nothing off. */
public enum CouponRefusal {
    UNKNOWN,
    NOT_YET,
    ENDED,
    NOT_FOR_THIS,
    /** It takes off an amount, or asks for one, in another currency. */
    CURRENCY,
    USED_UP,
    USED_BY_READER,
    /** Only from an amount on. */
    MINIMUM,
    /** It would leave less than an amount, the least that a card is charged for. */
    TOO_MUCH;

    /** Says so to the reader; its one argument is the amount. */
    public String messageKey() {
        return "orders.coupon.refused." + name();
    }

    /** As the reason of a payment that was not tried, to be read by {@link #of}. */
    public String reason() {
        return "coupon_" + name().toLowerCase(Locale.ROOT);
    }

    /** Empty for reasons of another kind. */
    public static Optional<CouponRefusal> of(String reason) {
        return Stream.of(values())
                .filter(refusal -> refusal.reason().equals(reason))
                .findFirst();
    }
}
