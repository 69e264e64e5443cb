package app.backmatter.orders.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.RefusedRefund;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds refunds that a bank refused, often days after the author had asked for them. */
@Component
public class RefusedRefunds {
    private final JdbcClient jdbc;

    RefusedRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those since then after which nothing more was asked for of the order; latest first. */
    public List<RefusedRefund> since(Instant moment) {
        return jdbc.sql("""
            select orders.id, number from orders
            join refunds on order_id = orders.id and refunds.workspace_id = orders.workspace_id
            where orders.workspace_id = :workspace and state = 'REFUSED' and giver <> 'BANK' and settled_at > :since
              and not exists (select from refunds later
                              where later.order_id = orders.id and later.workspace_id = orders.workspace_id
                                and later.asked_at > refunds.asked_at)
            group by orders.id, number order by max(settled_at) desc
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("since", OrderRow.utc(moment))
                .query((row, number) ->
                        new RefusedRefund(new OrderId(row.getObject("id", UUID.class)), row.getLong("number")))
                .list();
    }
}
