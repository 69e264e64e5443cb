package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.storage.FileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an order of the workspace in scope gave its buyer, for its author: what was new, and how often it was fetched. */
@Component
public class Deliveries {
    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product that became the buyer's own with the order. */
    public record Delivered(UUID product, Instant at) {}

    /** @param lastFetchedAt absent while it never was */
    public record Fetched(
            UUID product, FileId file, long times, @Nullable Instant lastFetchedAt) {}

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
            join payments on order_id = orders.id and payments.workspace_id = orders.workspace_id and payments.state = 'CHARGED'
                 and not payments.is_present
            join order_lines line on payment_id = payments.id and line.workspace_id = orders.workspace_id
            join entitlements own on own.contact_id = orders.contact_id and own.product_id = line.product_id
                 and own.workspace_id = orders.workspace_id
            where orders.id = :order and orders.workspace_id = :workspace and own.order_id is distinct from orders.id
              and coalesce(%s, -1) < line.charged
            order by started_at, payments.id, position
            """.formatted(PaidLines.WENT_BACK))
                .param("order", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** A product that the buyer got with the order and has no more. */
    public record TakenBack(UUID product, Instant at) {}

    public List<TakenBack> takenBack(OrderId id) {
        return jdbc.sql("""
            select product_id, revoked_at from entitlements
            where order_id = :order and workspace_id = :workspace and revoked_at is not null
            order by revoked_at, id
            """)
                .param("order", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new TakenBack(
                        row.getObject("product_id", UUID.class), OrderRow.requireInstant(row, "revoked_at")))
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
}
