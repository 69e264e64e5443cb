package app.backmatter.orders.coupon;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponAnswer.Refused;
import app.backmatter.orders.CouponRefusal;
import app.backmatter.orders.LineItem;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a typed code is good for. A checkout without a code asks the database for nothing here. */
@Component
public class AskCoupon {
    private final CouponRows rows;
    private final CouponUses uses;
    private final Clock clock;
    private final Cache<WorkspaceId, Boolean> open = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    AskCoupon(CouponRows rows, CouponUses uses, Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.clock = clock;
    }

    public boolean anyOpen() {
        return open.get(WorkspaceScope.current(), workspace -> rows.anyOpen(clock.instant()));
    }

    /** The author changed something. */
    void forget() {
        open.invalidate(WorkspaceScope.current());
    }

    public List<CouponAnswer> ask(
            String typed, UUID funnel, UUID passage, @Nullable ContactId reader, List<List<LineItem>> bills) {
        return Code.read(typed)
                .flatMap(rows::find)
                .map(coupon -> answers(coupon, funnel, uses.of(coupon.id(), passage, reader), bills))
                .orElseGet(() -> Collections.nCopies(bills.size(), new Refused(CouponRefusal.UNKNOWN, null)));
    }

    private List<CouponAnswer> answers(Coupon coupon, UUID funnel, Coupon.Use use, List<List<LineItem>> bills) {
        var now = clock.instant();
        return bills.stream().map(lines -> coupon.on(lines, funnel, use, now)).toList();
    }
}
