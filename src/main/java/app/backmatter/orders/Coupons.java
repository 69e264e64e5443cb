package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.coupon.AskCoupon;
import app.backmatter.orders.coupon.KeepCoupons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The codes of the workspace in scope, for whoever types one. */
@Service
public class Coupons {
    private final AskCoupon askCoupon;
    private final KeepCoupons keepCoupons;

    Coupons(AskCoupon askCoupon, KeepCoupons keepCoupons) {
        this.askCoupon = askCoupon;
        this.keepCoupons = keepCoupons;
    }

    /** Whether any code works now or will; answered from memory, so it may be a minute behind another node. */
    public boolean areThere() {
        return askCoupon.anyOpen();
    }

    /** Those that work now, or will, on the checkouts of a funnel; the latest made first. */
    public Map<CouponId, String> codesFor(UUID funnel) {
        return keepCoupons.codesFor(funnel);
    }

    /** Its code, while it works for anybody. */
    public Optional<String> workingCode(CouponId id) {
        return keepCoupons.workingCode(id);
    }

    /**
     * What a code does to each of several bills that a reader can choose from, all at one moment. Takes nothing of its uses:
     * the payment does, and is refused when they are gone by then.
     *
     * @param code as typed
     * @param passage whose open or charged payment has the use already, if it has
     * @param reader absent while nobody knows
     * @return an answer for each bill
     */
    public List<CouponAnswer> ask(
            String code, UUID funnel, UUID passage, @Nullable ContactId reader, List<List<LineItem>> bills) {
        return askCoupon.ask(code, funnel, passage, reader, bills);
    }
}
