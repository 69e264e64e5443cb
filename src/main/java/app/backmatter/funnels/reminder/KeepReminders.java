package app.backmatter.funnels.reminder;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.orders.CouponId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what authors say about their funnels' reminders, in the workspace in scope. It holds for all revisions. */
@Component
public class KeepReminders {
    private final JdbcClient jdbc;
    private final ReadyReminders ready;
    private final LeftCheckouts leftCheckouts;

    KeepReminders(JdbcClient jdbc, ReadyReminders ready, LeftCheckouts leftCheckouts) {
        this.jdbc = jdbc;
        this.ready = ready;
        this.leftCheckouts = leftCheckouts;
    }

    /** What was kept last, or else ready words that nobody is sent. */
    public ReminderPlan of(FunnelId funnel) {
        var reminders =
                scoped("""
                    select * from checkout_reminders where funnel_id = :funnel and workspace_id = :workspace order by number
                    """, funnel).query((row, number) -> reminder(row)).list();
        return reminders.isEmpty()
                ? ready.plan()
                : new ReminderPlan(reminders, quietHours(funnel).orElse(QuietHours.USUAL));
    }

    /** Readers who wait for one get it by the new delay, or not at all where it is off. */
    @Transactional
    public void keep(FunnelId funnel, ReminderPlan plan) {
        plan.reminders().forEach(reminder -> keep(funnel, reminder));
        scoped("""
            insert into quiet_hours (funnel_id, workspace_id, quiet_from, quiet_until)
            values (:funnel, :workspace, :from, :until)
            on conflict (funnel_id, workspace_id)
            do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
            """, funnel)
                .param("from", plan.quietHours().from())
                .param("until", plan.quietHours().until())
                .update();
        leftCheckouts.replan(funnel);
    }

    private void keep(FunnelId funnel, Reminder reminder) {
        scoped("""
            insert into checkout_reminders
                (funnel_id, workspace_id, number, is_on, delay_hours, subject, markdown, button, coupon_id)
            values (:funnel, :workspace, :number, :on, :delay, :subject, :markdown, :button, :coupon)
            on conflict (funnel_id, number, workspace_id)
            do update set is_on = excluded.is_on, delay_hours = excluded.delay_hours, subject = excluded.subject,
                markdown = excluded.markdown, button = excluded.button, coupon_id = excluded.coupon_id
            """, funnel)
                .param("number", reminder.number())
                .param("on", reminder.isOn())
                .param("delay", reminder.delayHours())
                .param("subject", reminder.subject())
                .param("markdown", reminder.markdown())
                .param("button", reminder.button())
                .param(
                        "coupon",
                        reminder.coupon() == null ? null : reminder.coupon().value())
                .update();
    }

    private Optional<QuietHours> quietHours(FunnelId funnel) {
        return scoped(
                        "select quiet_from, quiet_until from quiet_hours"
                                + " where funnel_id = :funnel and workspace_id = :workspace",
                        funnel)
                .query((row, number) -> new QuietHours(row.getInt("quiet_from"), row.getInt("quiet_until")))
                .optional();
    }

    private JdbcClient.StatementSpec scoped(String sql, FunnelId funnel) {
        return jdbc.sql(sql)
                .param("funnel", funnel.value())
                .param("workspace", WorkspaceScope.current().value());
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        var coupon = row.getObject("coupon_id", UUID.class);
        return new Reminder(
                row.getInt("number"),
                row.getBoolean("is_on"),
                row.getInt("delay_hours"),
                row.getString("subject"),
                row.getString("markdown"),
                row.getString("button"),
                coupon == null ? null : new CouponId(coupon));
    }
}
