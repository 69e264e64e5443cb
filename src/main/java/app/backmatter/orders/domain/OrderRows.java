package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                .query((row, number) -> OrderRow.order(row))
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
                    .add(OrderRow.line(row));
        });
        return jdbc.sql("""
            select * from payments where order_id = :order and workspace_id = :workspace order by started_at, id
            """)
                .param("order", order)
                .param("workspace", workspace)
                .query((row, number) -> OrderRow.payment(row, lines))
                .list();
    }
}
