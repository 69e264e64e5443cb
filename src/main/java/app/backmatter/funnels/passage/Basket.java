package app.backmatter.funnels.passage;

import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.TaxUnknown;
import app.backmatter.orders.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout charges for.
 *
 * @param coupon that reduced it, if one did
 * @param refused why the typed code did not, if one was typed
 * @param untaxed why the lines are without their taxes, if they are; nothing may be charged then
 */
public record Basket(
        List<LineItem> lines,
        @Nullable CouponId coupon,
        CouponAnswer.@Nullable Refused refused,
        TaxUnknown.@Nullable Reason untaxed) {
    public Totals totals() {
        return Totals.of(lines);
    }
}
