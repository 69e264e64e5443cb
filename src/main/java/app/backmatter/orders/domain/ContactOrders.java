package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactLines;
import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a contact paid for, payment by payment. */
@Component
class ContactOrders implements ContactLines {
    private final JdbcClient jdbc;

    ContactOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> instead() {
        return Set.of("order");
    }

    @Override
    public List<Line> of(ContactId contact) {
        return jdbc.sql("""
            select orders.id, payments.settled_at,
                (select string_agg(line.name, ', ' order by line.position) from order_lines line
                 where line.payment_id = payments.id and line.workspace_id = payments.workspace_id) as what
            from orders join payments on payments.order_id = orders.id and payments.workspace_id = orders.workspace_id
                and payments.state = 'CHARGED'
            where orders.contact_id = :contact and orders.workspace_id = :workspace
            order by payments.settled_at desc limit 500\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> new Line(
                        Theme.ORDERS,
                        "order",
                        row.getString("what"),
                        "/orders/" + row.getString("id"),
                        OrderRow.requireInstant(row, "settled_at")))
                .list();
    }
}
