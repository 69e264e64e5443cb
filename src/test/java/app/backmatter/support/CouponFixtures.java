package app.backmatter.support;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.coupon.CouponTerms;
import app.backmatter.orders.coupon.KeepCoupons;
import app.backmatter.orders.coupon.Reduction;
import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes of a workspace. */
@Component
public class CouponFixtures {
    public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final KeepCoupons coupons;

    CouponFixtures(KeepCoupons coupons) {
        this.coupons = coupons;
    }

    /** A code for everything, for anybody, for ever. */
    public CouponId open(WorkspaceId workspace, String code, int percent) {
        return make(workspace, terms(code, percent(percent), null, null));
    }

    public CouponId limited(
            WorkspaceId workspace,
            String code,
            int percent,
            @Nullable Integer mostUses,
            @Nullable Integer mostPerReader) {
        return make(workspace, terms(code, percent(percent), mostUses, mostPerReader));
    }

    public CouponId make(WorkspaceId workspace, CouponTerms terms) {
        return WorkspaceScope.call(workspace, () -> {
            if (!coupons.add(terms)) {
                throw new IllegalArgumentException("Taken: " + terms.code());
            }
            return coupons.all().getFirst().coupon().id();
        });
    }

    public static CouponTerms terms(
            String code, Reduction reduction, @Nullable Integer mostUses, @Nullable Integer mostPerReader) {
        return new CouponTerms(
                code, reduction, null, null, Money.of(0, "USD"), LONG_AGO, null, mostUses, mostPerReader);
    }

    public static Reduction percent(int percent) {
        return new Reduction.PercentOff(new Percent(percent * 100));
    }

    public static Reduction amount(long cents) {
        return new Reduction.AmountOff(Money.of(cents, "USD"));
    }
}
