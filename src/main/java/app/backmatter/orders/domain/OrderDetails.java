package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.storage.FileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything about one order for its author: tries to pay included, and how often its files were fetched. */
@Component
public class OrderDetails {
    private final JdbcClient jdbc;
    private final OrderRows rows;

    OrderDetails(JdbcClient jdbc, OrderRows rows) {
        this.jdbc = jdbc;
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
     * @param reason a message key's end, empty unless declined or released
     * @param settledAt absent while it is open
     */
    public record Try(
            Instant startedAt,
            @Nullable Instant settledAt,
            State state,
            String reason,
            Money amount,
            List<LineItem> lines) {}

    /** @param lastFetchedAt absent while it never was */
    public record Fetched(
            UUID product, FileId file, long times, @Nullable Instant lastFetchedAt) {}

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
            List<Try> tries) {}

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

    /** A product that became the buyer's own with the order. */
    public record Delivered(UUID product, Instant at) {}

    public List<Delivered> delivered(OrderId id) {
        return jdbc.sql("""
            select product_id, granted_at from entitlements where order_id = :order and workspace_id = :workspace
            order by granted_at, id
            """)
                .param("order", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new Delivered(
                        row.getObject("product_id", UUID.class), OrderRow.requireInstant(row, "granted_at")))
                .list();
    }

    /** Names of what the buyer had already when it was paid: two windows may pay, or a bank may be answered late. */
    public List<String> paidAgain(OrderId id) {
        return jdbc.sql("""
            select line.name from orders
            join payments on order_id = orders.id and payments.workspace_id = orders.workspace_id and state = 'CHARGED'
            join order_lines line on payment_id = payments.id and line.workspace_id = orders.workspace_id
            join entitlements own on own.contact_id = orders.contact_id and own.product_id = line.product_id
                 and own.workspace_id = orders.workspace_id
            where orders.id = :order and orders.workspace_id = :workspace and own.order_id is distinct from orders.id
            order by started_at, payments.id, position
            """)
                .param("order", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    public List<Fetched> downloads(OrderId id) {
        return jdbc.sql("""
            select product_id, file_id, fetched, last_fetched_at
            from entitlements
            join downloads on entitlement_id = entitlements.id and downloads.workspace_id = entitlements.workspace_id
            where order_id = :order and entitlements.workspace_id = :workspace
            order by product_id, file_id
            """)
                .param("order", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new Fetched(
                        row.getObject("product_id", UUID.class),
                        new FileId(row.getObject("file_id", UUID.class)),
                        row.getLong("fetched"),
                        OrderRow.instant(row, "last_fetched_at")))
                .list();
    }

    private static Try shown(Payment payment) {
        return switch (payment.standing()) {
            case Standing.Started _ -> shown(payment, State.STARTED, "", null);
            case Standing.NeedsAuthentication _ -> shown(payment, State.NEEDS_AUTHENTICATION, "", null);
            case Standing.Charged(var _, Instant at) -> shown(payment, State.CHARGED, "", at);
            case Standing.Declined(String reason, Instant at) ->
                shown(payment, reason.equals(ChargeRequest.RELEASED) ? State.RELEASED : State.DECLINED, reason, at);
        };
    }

    private static Try shown(Payment payment, State state, String reason, @Nullable Instant at) {
        return new Try(payment.startedAt(), at, state, reason, payment.amount(), payment.lines());
    }
}
