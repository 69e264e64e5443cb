package app.backmatter.orders.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactWorth;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Money;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what a buyer's orders brought, in the workspace's own currency at the rate of each sale. */
@Component
class BuyersWorth implements ContactWorth {
    private final JdbcClient jdbc;

    BuyersWorth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Worth> of(ContactId contact) {
        return jdbc.sql("""
            select orders.own_currency as currency, count(distinct orders.id) as orders,
                sum(round((line.charged - line.tax) * orders.rate) - coalesce(back.own, 0)) as value,
                coalesce(sum(back.own), 0) as refunded
            from orders
            join payments on payments.order_id = orders.id and payments.workspace_id = orders.workspace_id
                 and payments.state = 'CHARGED'
            join order_lines line on line.payment_id = payments.id and line.workspace_id = orders.workspace_id
            left join lateral (
                select sum(part.own) as own
                from refund_lines part
                join refunds on refunds.id = part.refund_id and refunds.workspace_id = part.workspace_id
                where part.line_id = line.id and part.workspace_id = line.workspace_id
                  and refunds.state = 'REFUNDED') back on true
            where orders.contact_id = :contact and orders.workspace_id = :workspace
            group by orders.own_currency order by value desc, orders.own_currency
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new Worth(
                        row.getLong("orders"),
                        Money.of(row.getLong("value"), row.getString("currency")),
                        Money.of(row.getLong("refunded"), row.getString("currency"))))
                .list();
    }
}
