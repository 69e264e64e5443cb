package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Purchase;
import app.backmatter.audience.Purchases;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the audience what an order comes to: a present is its buyer's purchase, too. In the transaction that changes the
 * order, after its payments and refunds are written.
 */
@Component
class TellPurchase {
    private static final String SQL = """
        select orders.id, orders.contact_id, orders.own_currency, orders.country, min(payments.settled_at) as at,
            coalesce(array_agg(distinct line.product_id) filter (where coalesce(back.amount, -1) < line.charged), '{}')
                as products,
            sum(round((line.charged - line.tax) * orders.rate) - coalesce(back.own, 0))::bigint as worth
        from orders
        join payments on payments.order_id = orders.id and payments.workspace_id = orders.workspace_id
             and payments.state = 'CHARGED'
        join order_lines line on line.payment_id = payments.id and line.workspace_id = orders.workspace_id
        left join lateral (
            select sum(part.amount) as amount, sum(part.own) as own
            from refund_lines part
            join refunds on refunds.id = part.refund_id and refunds.workspace_id = part.workspace_id
            where part.line_id = line.id and part.workspace_id = line.workspace_id
              and refunds.state = 'REFUNDED') back on true
        where orders.workspace_id = :workspace and orders.id = :order
        group by orders.id, orders.workspace_id\
        """;

    private final JdbcClient jdbc;
    private final Purchases purchases;

    TellPurchase(JdbcClient jdbc, Purchases purchases) {
        this.jdbc = jdbc;
        this.purchases = purchases;
    }

    void of(OrderId order) {
        jdbc.sql(SQL)
                .param("workspace", WorkspaceScope.current().value())
                .param("order", order.value())
                .query(TellPurchase::purchase)
                .optional()
                .ifPresent(purchases::keep);
    }

    private static Purchase purchase(ResultSet row, int n) throws SQLException {
        return new Purchase(
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getObject("id", UUID.class),
                Set.of((UUID[]) row.getArray("products").getArray()),
                Money.of(row.getLong("worth"), row.getString("own_currency")),
                row.getString("country"),
                OrderRow.requireInstant(row, "at"));
    }
}
