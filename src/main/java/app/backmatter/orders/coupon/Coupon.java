package app.backmatter.orders.coupon;

import app.backmatter.orders.CouponAnswer;
import app.backmatter.orders.CouponAnswer.Accepted;
import app.backmatter.orders.CouponAnswer.Refused;
import app.backmatter.orders.CouponId;
import app.backmatter.orders.CouponRefusal;
import app.backmatter.orders.LeastCharge;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.Totals;
import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code with its terms.
 *
 * @param stoppedAt since when the author lets nobody use it; absent while anybody may
 * @param uses payments that are open or charged with it
 */
public record Coupon(
        CouponId id, CouponTerms terms, @Nullable Instant stoppedAt, int uses) {
    /** How it stands with a code. */
    public enum State {
        PLANNED,
        OPEN,
        USED_UP,
        ENDED,
        STOPPED
    }

    public State state(Instant now) {
        if (stoppedAt != null) {
            return State.STOPPED;
        }
        if (terms.endsAt() != null && !now.isBefore(terms.endsAt())) {
            return State.ENDED;
        }
        if (terms.mostUses() != null && uses >= terms.mostUses()) {
            return State.USED_UP;
        }
        return now.isBefore(terms.startsAt()) ? State.PLANNED : State.OPEN;
    }

    /** Lines reduced, or why not. @param use what of the code this way and this reader have already */
    CouponAnswer on(List<LineItem> lines, UUID funnel, Use use, Instant now) {
        var closed = use.held() ? Optional.<CouponRefusal>empty() : closed(use, now);
        if (closed.isPresent()) {
            return new Refused(closed.get(), null);
        }
        if (!isFor(funnel) || lines.stream().noneMatch(this::isFor)) {
            return new Refused(CouponRefusal.NOT_FOR_THIS, null);
        }
        var prices = Totals.of(lines).prices();
        if (!terms.isIn(prices.currency())) {
            return new Refused(CouponRefusal.CURRENCY, null);
        }
        if (!terms.minimum().isZero() && terms.minimum().isGreaterThan(prices)) {
            return new Refused(CouponRefusal.MINIMUM, terms.minimum());
        }
        return reduced(lines);
    }

    /** @param held whether this way has an open or charged payment with it */
    record Use(boolean held, int byReader) {}

    private CouponAnswer reduced(List<LineItem> lines) {
        var reduced = terms.reduction().of(lines, this::isFor);
        var totals = Totals.of(reduced);
        if (totals.discount().isZero()) {
            return new Refused(CouponRefusal.NOT_FOR_THIS, null);
        }
        var left = totals.charged();
        return LeastCharge.allows(left)
                ? new Accepted(id, reduced)
                : new Refused(
                        CouponRefusal.TOO_MUCH,
                        LeastCharge.in(left.currency()).orElseGet(() -> Money.zero(left.currency())));
    }

    private Optional<CouponRefusal> closed(Use use, Instant now) {
        return switch (state(now)) {
            case PLANNED -> Optional.of(CouponRefusal.NOT_YET);
            case ENDED, STOPPED -> Optional.of(CouponRefusal.ENDED);
            case USED_UP -> Optional.of(CouponRefusal.USED_UP);
            case OPEN ->
                terms.mostPerReader() != null && use.byReader() >= terms.mostPerReader()
                        ? Optional.of(CouponRefusal.USED_BY_READER)
                        : Optional.empty();
        };
    }

    boolean isFor(UUID funnel) {
        return terms.funnel() == null || terms.funnel().equals(funnel);
    }

    private boolean isFor(LineItem line) {
        return terms.product() == null || terms.product().equals(line.product());
    }
}
