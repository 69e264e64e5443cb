package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.PersonData;
import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one person ordered, line by line, the tries that came to nothing among them. */
@Component
class OrderData implements PersonData {
    private final JdbcClient jdbc;

    OrderData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(ContactId contact) {
        return jdbc.sql("""
            select orders.number, orders.email, orders.reader_name, orders.country, orders.postal_code, orders.address,
                orders.card, orders.placed_at::text, payments.state, line.name as product,
                line.charged as amount_in_minor_units, line.currency,
                presents.recipient as present_for, presents.name as present_name, presents.message as present_message
            from orders
            join payments on payments.order_id = orders.id and payments.workspace_id = orders.workspace_id
            join order_lines line on line.payment_id = payments.id and line.workspace_id = payments.workspace_id
            left join presents on presents.payment_id = payments.id and presents.workspace_id = payments.workspace_id
            where orders.contact_id = :contact and orders.workspace_id = :workspace
            order by orders.id, payments.id, line.position\
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query()
                .listOfRows();
    }
}
