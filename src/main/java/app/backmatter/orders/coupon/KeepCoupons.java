package app.backmatter.orders.coupon;

import app.backmatter.orders.CouponId;
import app.backmatter.orders.coupon.Coupon.State;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The author's codes. */
@Component
public class KeepCoupons {
    private final CouponRows rows;
    private final CouponUses uses;
    private final AskCoupon asked;
    private final Clock clock;

    KeepCoupons(CouponRows rows, CouponUses uses, AskCoupon asked, Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.asked = asked;
        this.clock = clock;
    }

    /** Latest first. */
    public List<CouponFigures> all() {
        return rows.figures();
    }

    /** @throws NotFound when it is not there */
    public CouponFigures figures(CouponId id) {
        return rows.figures(id).orElseThrow(NotFound::new);
    }

    public Map<CouponId, String> codesFor(UUID funnel) {
        var codes = new LinkedHashMap<CouponId, String>();
        rows.figures().stream()
                .map(CouponFigures::coupon)
                .filter(coupon -> coupon.isFor(funnel))
                .filter(coupon -> EnumSet.of(State.OPEN, State.PLANNED).contains(coupon.state(clock.instant())))
                .forEach(coupon -> codes.put(coupon.id(), coupon.terms().code()));
        return codes;
    }

    public Optional<String> workingCode(CouponId id) {
        return rows.find(id)
                .filter(coupon -> coupon.state(clock.instant()) == State.OPEN)
                .map(coupon -> coupon.terms().code());
    }

    /** Latest first, those that are open among them. */
    public List<CouponUse> uses(CouponId id, int limit) {
        return uses.latest(id, limit);
    }

    /** @throws NotFound when it is not there */
    public Coupon get(CouponId id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /** False, and nothing stored, when another one has the code. */
    public boolean add(CouponTerms terms) {
        boolean added = rows.add(CouponId.next(), terms, clock.instant());
        asked.forget();
        return added;
    }

    /** From the next checkout on; what was sold stays as it was. False, and nothing changed, when another one has the code. */
    public boolean change(CouponId id, CouponTerms terms) {
        boolean changed = rows.change(get(id).id(), terms);
        asked.forget();
        return changed;
    }

    /** From the next checkout on nobody uses it; who is paying with it just now still does. */
    public Coupon stop(CouponId id) {
        return stopped(id, clock.instant());
    }

    /** It works again as it did before it was stopped. */
    public Coupon resume(CouponId id) {
        return stopped(id, null);
    }

    private Coupon stopped(CouponId id, @Nullable Instant at) {
        var coupon = get(id);
        rows.stop(id, at);
        asked.forget();
        return coupon;
    }
}
