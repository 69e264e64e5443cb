package app.backmatter.orders.domain;

import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.shared.Money;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what a refund would come to. Changes nothing. */
@Component
public class PreviewRefund {
    private final RefundRows rows;
    private final OrderRows orders;
    private final Entitlements entitlements;
    private final Clock clock;

    PreviewRefund(RefundRows rows, OrderRows orders, Entitlements entitlements, Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /**
     * What would happen.
     *
     * @param charges how many charges it goes back of
     * @param takenBack names of what the reader loses
     * @param stays names of what the money goes back for and the reader keeps
     */
    public record Preview(Money amount, int charges, List<String> takenBack, List<String> stays) {}

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
        Predicate<PaidLine> lost =
                line -> refundable.isGone(line) && wish.terms().takesBack();
        var kept = orders.find(wish.order())
                .map(order -> entitlements.withoutOrder(order.buyer().contact(), wish.order()))
                .orElseThrow();
        Predicate<PaidLine> takenBack =
                lost.and(line -> !kept.contains(line.item().product()));
        return new Preview(
                given.stream().map(Refund::amount).reduce(Money::plus).orElseThrow(),
                given.size(),
                names(refundable, line -> concerned.contains(line.id()) && takenBack.test(line)),
                names(refundable, line -> concerned.contains(line.id()) && !takenBack.test(line)));
    }

    private static List<String> names(Refundable refundable, Predicate<PaidLine> such) {
        return refundable.lines().filter(such).map(line -> line.item().name()).toList();
    }
}
