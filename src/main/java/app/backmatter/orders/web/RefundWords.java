package app.backmatter.orders.web;

import app.backmatter.orders.domain.OrderDetails;
import app.backmatter.orders.domain.RefundViews;
import app.backmatter.orders.domain.RefundViews.Given;
import app.backmatter.orders.domain.RefundViews.State;
import app.backmatter.orders.domain.RefundWish;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import app.backmatter.shared.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells an author what became of a refund. */
@Component
class RefundWords {
    private static final Set<String> REASONS =
            Set.of("above_charge", "disputed", "refund_declined", "payments_off", "dispute_won");

    private final RefundViews refunds;
    private final OrderDetails orders;
    private final Format format;
    private final Words words;

    RefundWords(RefundViews refunds, OrderDetails orders, Format format, Words words) {
        this.refunds = refunds;
        this.orders = orders;
        this.format = format;
        this.words = words;
    }

    /** What went back, or is on its way; empty for nothing. Each payment may have come to another end. */
    String going(RefundWish wish) {
        return sentences(wish, state -> state != State.REFUSED);
    }

    /** What did not go back and why; empty for nothing. */
    String refused(RefundWish wish) {
        return sentences(wish, state -> state == State.REFUSED);
    }

    private String sentences(RefundWish wish, Predicate<State> such) {
        var card = orders.find(wish.order()).orElseThrow().card();
        var given = refunds.of(wish.order()).of(wish.terms().attempt());
        return Arrays.stream(State.values())
                .filter(such)
                .map(state ->
                        given.stream().filter(each -> each.state() == state).toList())
                .filter(same -> !same.isEmpty())
                .map(same -> sentence(same, card))
                .collect(Collectors.joining(" "));
    }

    /** Why the processor or the bank refused. */
    String reason(String reason) {
        return words.say("orders.refund.reason." + (REASONS.contains(reason) ? reason : "refused"));
    }

    private String sentence(List<Given> same, String card) {
        var amount = same.stream().map(Given::amount).reduce(Money::plus).orElseThrow();
        var first = same.getFirst();
        return words.say(
                "orders.refund.told." + first.state(),
                format.money(amount),
                card,
                first.reason().isEmpty() ? "" : reason(first.reason()));
    }
}
