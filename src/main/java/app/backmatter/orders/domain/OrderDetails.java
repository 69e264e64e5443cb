package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One order for its author, tries to pay included. */
@Component
public class OrderDetails {
    private final OrderRows rows;

    OrderDetails(OrderRows rows) {
        this.rows = rows;
    }

    /** How far one try to pay came. */
    public enum State {
        STARTED,
        NEEDS_AUTHENTICATION,
        CHARGED,
        /** The card would have paid, and was let go. */
        RELEASED,
        DECLINED
    }

    /**
     * One try to pay.
     *
     * @param at when it came so far
     * @param reason a message key's end, empty unless declined or released
     */
    public record Try(Instant at, State state, String reason, Money amount, List<LineItem> lines) {}

    /**
     * An order from its first try on, paid or not.
     *
     * @param card empty until it is paid
     * @param tries first one first
     */
    public record Details(
            UUID funnel,
            UUID passage,
            ContactId contact,
            EmailAddress email,
            String name,
            Source source,
            Instant placedAt,
            String card,
            List<Try> tries) {
        /** What was or was to be bought, by product. */
        public Map<UUID, String> names() {
            return tries.stream()
                    .flatMap(tried -> tried.lines().stream())
                    .collect(Collectors.toMap(line -> line.product().value(), LineItem::name, (first, same) -> first));
        }
    }

    public Optional<Details> find(OrderId id) {
        return rows.find(id)
                .map(order -> new Details(
                        order.funnel(),
                        order.passage(),
                        order.buyer().contact(),
                        order.buyer().email(),
                        order.buyer().name(),
                        order.source(),
                        order.placedAt(),
                        order.paid().map(Order.Paid::card).orElse(""),
                        order.payments().stream().map(OrderDetails::shown).toList()));
    }

    private static Try shown(Payment payment) {
        return switch (payment.standing()) {
            case Standing.Started _ -> shown(payment, State.STARTED, "", payment.startedAt());
            case Standing.NeedsAuthentication _ -> shown(payment, State.NEEDS_AUTHENTICATION, "", payment.startedAt());
            case Standing.Charged(var _, Instant at) -> shown(payment, State.CHARGED, "", at);
            case Standing.Declined(String reason, Instant at) ->
                shown(payment, reason.equals(ChargeRequest.RELEASED) ? State.RELEASED : State.DECLINED, reason, at);
        };
    }

    private static Try shown(Payment payment, State state, String reason, Instant at) {
        return new Try(at, state, reason, payment.amount(), payment.lines());
    }
}
