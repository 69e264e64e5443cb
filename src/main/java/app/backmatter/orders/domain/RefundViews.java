package app.backmatter.orders.domain;

import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What went back of an order of the workspace in scope, and what still can, for its author. */
@Component
public class RefundViews {
    private final RefundRows rows;

    RefundViews(RefundRows rows) {
        this.rows = rows;
    }

    /** How far a refund has come. */
    public enum State {
        /** The processor has not answered yet. */
        ASKED,
        /** The bank takes its time. */
        PENDING,
        REFUNDED,
        REFUSED
    }

    /**
     * A line that was paid.
     *
     * @param left what can still go back
     */
    public record Line(UUID id, String name, OfferKind kind, Money charged, Money left) {}

    /**
     * Money that goes back from one payment, or was to.
     *
     * @param attempt what the author meant to do once
     * @param at when it came so far
     * @param reason a message key's end, empty unless refused
     * @param names of what it goes back for
     * @param why the author's own note
     * @param giver a message key's end; empty where it was the author
     * @param askedBy the account that it was asked for with
     */
    public record Given(
            UUID attempt,
            Instant at,
            State state,
            String reason,
            Money amount,
            String names,
            String why,
            String giver,
            String askedBy) {}

    /** @param given first asked for first */
    public record Refunding(List<Line> lines, List<Given> given) {
        /** Absent when nothing was paid. */
        public Optional<Money> left() {
            return lines.stream().map(Line::left).reduce(Money::plus);
        }

        public boolean isPossible() {
            return left().filter(amount -> !amount.isZero()).isPresent();
        }

        /** What is not settled yet, by how far it has come. */
        public Map<State, Money> open() {
            return given.stream()
                    .filter(each -> each.state() == State.ASKED || each.state() == State.PENDING)
                    .collect(Collectors.toMap(Given::state, Given::amount, Money::plus, TreeMap::new));
        }

        public List<Given> of(UUID attempt) {
            return given.stream().filter(each -> each.attempt().equals(attempt)).toList();
        }
    }

    public Refunding of(OrderId order) {
        var refundable = rows.load(order);
        var left = refundable.left();
        return new Refunding(
                refundable
                        .lines()
                        .map(line -> line(line, Objects.requireNonNull(left.get(line.id()))))
                        .toList(),
                refundable.refunds().stream()
                        .map(refund -> given(refund, refundable.payment(refund.payment())))
                        .toList());
    }

    private static Line line(PaidLine line, Money left) {
        return new Line(line.id(), line.item().name(), line.item().kind(), line.charged(), left);
    }

    private static Given given(Refund refund, PaidPayment paid) {
        var names = refund.parts().stream()
                .map(part -> paid.line(part.line()).item().name())
                .collect(Collectors.joining(", "));
        return switch (refund.standing()) {
            case RefundStanding.Asked _ -> given(refund, names, State.ASKED, "", refund.askedAt());
            case RefundStanding.Pending _ -> given(refund, names, State.PENDING, "", refund.askedAt());
            case RefundStanding.Refunded(var _, Instant at) -> given(refund, names, State.REFUNDED, "", at);
            case RefundStanding.Refused(String reason, Instant at) -> given(refund, names, State.REFUSED, reason, at);
        };
    }

    private static Given given(Refund refund, String names, State state, String reason, Instant at) {
        return new Given(
                refund.terms().attempt(),
                at,
                state,
                reason,
                refund.amount(),
                names,
                refund.terms().why(),
                refund.giver() == Refund.Giver.AUTHOR ? "" : refund.giver().name(),
                refund.terms().askedBy());
    }
}
