package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads orders of the workspace in scope. */
@Repository
class OrderRows {
    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Order> find(OrderId id) {
        return load("orders.id = :key", "", id.value());
    }

    /** Waits for whoever works on the order, and lets others wait until the transaction ends. */
    Optional<Order> lock(OrderId id) {
        return load("orders.id = :key", "for update", id.value());
    }

    Optional<Order> lockByPassage(UUID passage) {
        return load("passage_id = :key", "for update", passage);
    }

    Optional<Order> findByPayment(UUID payment) {
        return load("id = (select order_id from payments where id = :key and workspace_id = :workspace)", "", payment);
    }

    /** The order with the latest try of an attempt, and that try. */
    Optional<UUID> lastTry(UUID attempt) {
        return jdbc.sql("""
            select id from payments where workspace_id = :workspace and attempt_id = :attempt
            order by try_number desc limit 1
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("attempt", attempt)
                .query(UUID.class)
                .optional();
    }

    boolean isBeingCharged(UUID payment) {
        return jdbc.sql("select state = 'STARTED' from payments where id = :id and workspace_id = :workspace")
                .param("id", payment)
                .param("workspace", WorkspaceScope.current().value())
                .query(Boolean.class)
                .single();
    }

    private Optional<Order> load(String condition, String lock, UUID key) {
        var workspace = WorkspaceScope.current().value();
        return jdbc.sql("select * from orders where %s and workspace_id = :workspace %s".formatted(condition, lock))
                .param("key", key)
                .param("workspace", workspace)
                .query((row, number) -> order(row))
                .optional()
                .map(order -> order.with(payments(order.id().value(), workspace)));
    }

    private List<Payment> payments(UUID order, UUID workspace) {
        var lines = new HashMap<UUID, List<LineItem>>();
        jdbc.sql("""
            select order_lines.* from order_lines
            join payments on payments.id = payment_id and payments.workspace_id = order_lines.workspace_id
            where order_id = :order and order_lines.workspace_id = :workspace
            order by payment_id, position
            """).param("order", order).param("workspace", workspace).query((ResultSet row) -> {
            lines.computeIfAbsent(row.getObject("payment_id", UUID.class), id -> new ArrayList<>())
                    .add(line(row));
        });
        return jdbc.sql("""
            select * from payments where order_id = :order and workspace_id = :workspace order by started_at, id
            """)
                .param("order", order)
                .param("workspace", workspace)
                .query((row, number) -> payment(row, lines))
                .list();
    }

    private static Order order(ResultSet row) throws SQLException {
        var paidAt = instant(row, "paid_at");
        return new Order(
                new OrderId(row.getObject("id", UUID.class)),
                row.getObject("passage_id", UUID.class),
                row.getObject("funnel_id", UUID.class),
                source(row),
                requireInstant(row, "placed_at"),
                new Order.Buyer(
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        new EmailAddress(row.getString("email")),
                        row.getString("reader_name")),
                paidAt == null ? null : new Order.Paid(paidAt, row.getString("card"), row.getString("saved_card")),
                List.of());
    }

    static Source source(ResultSet row) throws SQLException {
        return new Source(
                SourceKind.valueOf(row.getString("source_kind")),
                row.getObject("source_id", UUID.class),
                row.getString("source_label"));
    }

    static LineItem line(ResultSet row) throws SQLException {
        return new LineItem(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("name"),
                OfferKind.valueOf(row.getString("kind")),
                row.getObject("step_id", UUID.class),
                Money.of(row.getLong("amount"), row.getString("currency")));
    }

    private static Payment payment(ResultSet row, Map<UUID, List<LineItem>> lines) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Payment(
                id,
                row.getObject("attempt_id", UUID.class),
                row.getInt("try_number"),
                row.getString("body_hash"),
                lines.getOrDefault(id, List.of()),
                Money.of(row.getLong("amount"), row.getString("currency")),
                requireInstant(row, "started_at"),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "STARTED" -> new Standing.Started();
            case "NEEDS_AUTHENTICATION" -> new Standing.NeedsAuthentication(row.getString("authentication_url"));
            case "CHARGED" ->
                new Standing.Charged(row.getString("gateway_reference"), requireInstant(row, "settled_at"));
            default -> new Standing.Declined(row.getString("reason"), requireInstant(row, "settled_at"));
        };
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Instant requireInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
