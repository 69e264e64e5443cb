package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.orders.domain.Refund.Part;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was paid for orders of the workspace in scope, and what goes back of it. */
@Repository
class RefundRows {
    private final JdbcClient jdbc;

    RefundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever works on the order, and lets others wait until the transaction ends. */
    Refundable lock(OrderId order) {
        jdbc.sql("select id from orders where id = :order and workspace_id = :workspace for update")
                .param("order", order.value())
                .param("workspace", workspace())
                .query(UUID.class)
                .optional();
        return load(order);
    }

    Refundable load(OrderId order) {
        return new Refundable(payments(order), refunds(order));
    }

    /** A charged payment and its order. */
    record Charged(UUID payment, OrderId order) {}

    /** By what its processor calls the charge. */
    Optional<Charged> charged(String charge) {
        return jdbc.sql("""
            select id, order_id from payments
            where gateway_reference = :charge and workspace_id = :workspace and state = 'CHARGED'
            """)
                .param("charge", charge)
                .param("workspace", workspace())
                .query((row, number) -> new Charged(
                        row.getObject("id", UUID.class), new OrderId(row.getObject("order_id", UUID.class))))
                .optional();
    }

    Optional<OrderId> orderOf(UUID refund) {
        return jdbc.sql("select order_id from refunds where id = :refund and workspace_id = :workspace")
                .param("refund", refund)
                .param("workspace", workspace())
                .query(UUID.class)
                .optional()
                .map(OrderId::new);
    }

    private List<PaidPayment> payments(OrderId order) {
        var lines = new HashMap<UUID, List<PaidLine>>();
        jdbc.sql("""
            select order_lines.*, own_currency, rate from order_lines
            join payments on payments.id = payment_id and payments.workspace_id = order_lines.workspace_id
            join orders on orders.id = order_id and orders.workspace_id = order_lines.workspace_id
            where order_id = :order and order_lines.workspace_id = :workspace and state = 'CHARGED'
            order by payment_id, position
            """)
                .param("order", order.value())
                .param("workspace", workspace())
                .query((ResultSet row) -> {
                    lines.computeIfAbsent(row.getObject("payment_id", UUID.class), id -> new ArrayList<>())
                            .add(line(row));
                });
        return jdbc.sql("""
            select * from payments where order_id = :order and workspace_id = :workspace and state = 'CHARGED'
            order by settled_at, id
            """)
                .param("order", order.value())
                .param("workspace", workspace())
                .query((row, number) -> payment(row, lines))
                .list();
    }

    private List<Refund> refunds(OrderId order) {
        var parts = new HashMap<UUID, List<Part>>();
        jdbc.sql("""
            select refund_lines.*, refunds.currency, own_currency from refund_lines
            join refunds on refunds.id = refund_id and refunds.workspace_id = refund_lines.workspace_id
            join orders on orders.id = order_id and orders.workspace_id = refund_lines.workspace_id
            where order_id = :order and refund_lines.workspace_id = :workspace
            """)
                .param("order", order.value())
                .param("workspace", workspace())
                .query((ResultSet row) -> {
                    parts.computeIfAbsent(row.getObject("refund_id", UUID.class), id -> new ArrayList<>())
                            .add(new Part(
                                    row.getObject("line_id", UUID.class),
                                    money(row, "amount"),
                                    money(row, "tax"),
                                    Money.of(row.getLong("own"), row.getString("own_currency"))));
                });
        return jdbc.sql("""
            select * from refunds where order_id = :order and workspace_id = :workspace order by asked_at, id
            """)
                .param("order", order.value())
                .param("workspace", workspace())
                .query((row, number) -> refund(row, parts))
                .list();
    }

    private static PaidLine line(ResultSet row) throws SQLException {
        var item = OrderRow.line(row);
        return new PaidLine(
                row.getObject("id", UUID.class), item, OrderRow.rate(row).of(item.earned()));
    }

    private static PaidPayment payment(ResultSet row, Map<UUID, List<PaidLine>> lines) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new PaidPayment(
                id,
                row.getString("gateway_reference"),
                OrderRow.requireInstant(row, "settled_at"),
                money(row, "amount"),
                money(row, "disputed"),
                lines.getOrDefault(id, List.of()));
    }

    private static Refund refund(ResultSet row, Map<UUID, List<Part>> parts) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Refund(
                id,
                row.getObject("payment_id", UUID.class),
                parts.getOrDefault(id, List.of()),
                money(row, "amount"),
                new RefundWish.Terms(
                        row.getObject("attempt_id", UUID.class),
                        row.getBoolean("takes_back"),
                        row.getString("why"),
                        row.getString("asked_by")),
                Refund.Giver.valueOf(row.getString("giver")),
                OrderRow.requireInstant(row, "asked_at"),
                standing(row));
    }

    private static RefundStanding standing(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "ASKED" -> new RefundStanding.Asked();
            case "PENDING" -> new RefundStanding.Pending(row.getString("gateway_reference"));
            case "REFUNDED" ->
                new RefundStanding.Refunded(
                        row.getString("gateway_reference"), OrderRow.requireInstant(row, "settled_at"));
            default -> new RefundStanding.Refused(row.getString("reason"), OrderRow.requireInstant(row, "settled_at"));
        };
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }

    private static UUID workspace() {
        return WorkspaceScope.current().value();
    }
}
