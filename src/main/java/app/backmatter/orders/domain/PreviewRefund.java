package app.backmatter.orders.domain;

import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.PresentView;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.orders.present.Presents;
import app.backmatter.shared.Money;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a refund would come to. Changes nothing. */
@Component
public class PreviewRefund {
    private final RefundRows rows;
    private final OrderRows orders;
    private final Entitlements entitlements;
    private final Presents presents;
    private final Clock clock;

    PreviewRefund(RefundRows rows, OrderRows orders, Entitlements entitlements, Presents presents, Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.entitlements = entitlements;
        this.presents = presents;
        this.clock = clock;
    }

    /**
     * What would happen.
     *
     * @param charges how many charges it goes back of
     * @param takenBack names of what the reader loses
     * @param stays names of what the money goes back for and the reader keeps
     * @param present what becomes of a present that the money goes back for; absent for none
     */
    public record Preview(
            Money amount,
            int charges,
            List<String> takenBack,
            List<String> stays,
            @Nullable OfPresent present) {}

    /**
     * What was bought for somebody else.
     *
     * @param name of whom it is for
     */
    public record OfPresent(String name, List<String> takenBack, List<String> stays) {}

    /**
     * @throws RefundRefused when it is nothing, or more than is left of what was paid
     * @throws AttemptConflict when the attempt was for something else
     */
    public Preview preview(RefundWish wish) {
        var refundable = rows.load(wish.order());
        var given = refundable.give(wish, clock.instant());
        var concerned = given.stream()
                .flatMap(refund -> refund.parts().stream())
                .map(Refund.Part::line)
                .collect(Collectors.toSet());
        Predicate<PaidLine> paidBack = line -> concerned.contains(line.id());
        Predicate<PaidLine> lost =
                line -> refundable.isGone(line) && wish.terms().takesBack();
        var kept = orders.find(wish.order())
                .map(order -> entitlements.withoutOrder(order.buyer().contact(), wish.order()))
                .orElseThrow();
        Predicate<PaidLine> takenBack =
                lost.and(line -> !kept.contains(line.item().product()));
        var present = presents.of(wish.order());
        var own = paidBack.and(
                line -> present.filter(it -> it.contains(line.item())).isEmpty());
        return new Preview(
                given.stream().map(Refund::amount).reduce(Money::plus).orElseThrow(),
                given.size(),
                names(refundable, own.and(takenBack)),
                names(refundable, own.and(takenBack.negate())),
                present.map(it -> ofPresent(it, refundable, paidBack.and(own.negate()), wish.terms()))
                        .filter(it -> !it.takenBack().isEmpty() || !it.stays().isEmpty())
                        .orElse(null));
    }

    /** Nobody has it before its link is mailed: then it goes with its money, whatever is wished for the files. */
    private OfPresent ofPresent(
            PresentView present, Refundable refundable, Predicate<PaidLine> such, RefundWish.Terms terms) {
        var nobodys = present.present().leavesAt().isAfter(clock.instant());
        Predicate<PaidLine> goes = line -> refundable.isGone(line) && (terms.takesBack() || nobodys);
        return new OfPresent(
                present.present().name(),
                names(refundable, such.and(goes)),
                names(refundable, such.and(goes.negate())));
    }

    private static List<String> names(Refundable refundable, Predicate<PaidLine> such) {
        return refundable.lines().filter(such).map(line -> line.item().name()).toList();
    }
}
