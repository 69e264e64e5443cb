package app.backmatter.funnels.reminder;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.passage.Passage;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Orders;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reminders that the mail server took, and what came of them. */
@Component
public class SentReminders {
    private final JdbcClient jdbc;
    private final Orders orders;

    SentReminders(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    void add(Passage passage, UUID step, int number, Instant at) {
        jdbc.sql("""
            insert into sent_reminders (passage_id, step_id, number, workspace_id, funnel_id, sent_at)
            values (:passage, :step, :number, :workspace, :funnel, :at)
            on conflict (passage_id, step_id, number, workspace_id) do nothing
            """)
                .param("passage", passage.id().value())
                .param("step", step)
                .param("number", number)
                .param("workspace", passage.workspace().value())
                .param("funnel", passage.funnel().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Of a funnel of the workspace in scope. */
    public ReminderFigures of(FunnelId funnel) {
        var paid = scoped("""
            select p.order_id from passages p
            where p.workspace_id = :workspace and p.order_id is not null and p.id in (
                select passage_id from sent_reminders s
                where s.funnel_id = :funnel and s.workspace_id = :workspace and s.sent_at < p.paid_at)
            """, funnel)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
        return new ReminderFigures(
                count(
                        "select count(*) from sent_reminders where funnel_id = :funnel and workspace_id = :workspace",
                        funnel),
                count("""
                    select count(*) from left_checkouts
                    where funnel_id = :funnel and workspace_id = :workspace and came_back_at is not null
                    """, funnel),
                paid.size(),
                paid.isEmpty() ? List.of() : orders.earned(paid));
    }

    private long count(String sql, FunnelId funnel) {
        return scoped(sql, funnel).query(Long.class).single();
    }

    private JdbcClient.StatementSpec scoped(String sql, FunnelId funnel) {
        return jdbc.sql(sql)
                .param("funnel", funnel.value())
                .param("workspace", WorkspaceScope.current().value());
    }
}
