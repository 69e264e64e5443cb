package app.backmatter.orders;

import app.backmatter.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a typed code does to what somebody is about to buy. */
public sealed interface CouponAnswer {
    /** @param lines the same ones, reduced */
    record Accepted(CouponId coupon, List<LineItem> lines) implements CouponAnswer {}

    /** @param amount that the reason speaks of; absent for most */
    record Refused(CouponRefusal reason, @Nullable Money amount) implements CouponAnswer {}
}
