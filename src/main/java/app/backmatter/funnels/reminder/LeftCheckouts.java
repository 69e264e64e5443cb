package app.backmatter.funnels.reminder;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.reminder.Sight.Chosen;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checkouts that readers were at, and which reminder of theirs is due when. A paid one is left alone. */
@Repository
class LeftCheckouts {
    private static final String AGAIN = """
        select c.seen_at + make_interval(hours => next.delay_hours) from (%s) next
        """.formatted(NextReminder.SQL.formatted("c", "c", "c.next_number"));

    /** What the same reader left in the same funnel and was reminded of lately, or may be yet. */
    private static final String OTHERS = """
        select max(o.next_number) as next_number,
            bool_or(o.due_at is not null and (o.seen_at, o.passage_id, o.step_id) > (c.seen_at, c.passage_id, c.step_id))
                as is_later
        from passages q join left_checkouts o on o.passage_id = q.id and o.workspace_id = q.workspace_id
        where q.contact_id = p.contact_id and q.funnel_id = p.funnel_id and q.workspace_id = p.workspace_id
          and (o.due_at is not null or o.seen_at > :memory or exists (
              select from sent_reminders s
              where s.passage_id = o.passage_id and s.step_id = o.step_id and s.workspace_id = o.workspace_id
                and s.sent_at > :memory))
        """;

    /** A reader gets each of a funnel's reminders once in this time. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private final JdbcClient jdbc;

    LeftCheckouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A reminder whose time has come.
     *
     * @param number zero when the author has switched off all that were to follow
     * @param state whether it can leave at all
     */
    record Due(PassageId passage, UUID step, int number, int delayHours, String proof, State state) {}

    enum State {
        OPEN,
        /** Nobody knows who it is, yet. */
        UNKNOWN,
        OVER
    }

    /** After the author changed the reminders: who waits for none any more gets none later either. */
    void replan(FunnelId funnel) {
        jdbc.sql("update left_checkouts c set due_at = (" + AGAIN
                        + ") where funnel_id = :funnel and workspace_id = :workspace and due_at is not null")
                .param("funnel", funnel.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /** Where something is due. */
    List<WorkspaceId> withDue(Instant now) {
        return jdbc.sql("select distinct workspace_id from left_checkouts where due_at <= :now")
                .param("now", Timestamp.from(now))
                .query((row, number) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * What is due in the workspace in scope, and nobody else's until the transaction ends. Of all checkouts of a funnel that a
     * reader left, on whatever device, only the latest counts, and it goes on where the others stopped.
     */
    List<Due> lockDue(Instant now, int limit) {
        return jdbc.sql("""
            select c.passage_id, c.step_id, next.number, next.delay_hours, p.proof,
                case when next.number is null or p.order_id is not null then 'OVER'
                     when p.contact_id is null then 'UNKNOWN' else 'OPEN' end as state
            from left_checkouts c
                join passages p on p.id = c.passage_id and p.workspace_id = c.workspace_id
                left join lateral (%s) other on true
                left join lateral (%s) next on true
            where c.workspace_id = :workspace and c.due_at <= :now and other.is_later is not true
              and (next.number is null or c.seen_at + make_interval(hours => next.delay_hours) <= :now)
            order by c.due_at limit :limit for update of c skip locked
            """.formatted(
                        OTHERS, NextReminder.SQL.formatted("c", "c", "greatest(c.next_number, other.next_number)")))
                .param("memory", Timestamp.from(now.minus(MEMORY)))
                .param("workspace", WorkspaceScope.current().value())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> new Due(
                        new PassageId(row.getObject("passage_id", UUID.class)),
                        row.getObject("step_id", UUID.class),
                        row.getInt("number"),
                        row.getInt("delay_hours"),
                        row.getString("proof"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    void postpone(Due due, Instant moment) {
        update("due_at = :at", due).param("at", Timestamp.from(moment)).update();
    }

    /**
     * Sets the wait for what follows a reminder that leaves now, or is passed over: as long after it as the author wants,
     * also when it is late. Nothing follows for who paid.
     */
    void advance(Due due, Instant now) {
        update("""
            next_number = :number + 1, due_at = (
                select greatest(c.seen_at + make_interval(hours => later.delay_hours),
                                cast(:now as timestamptz) + make_interval(hours => later.delay_hours - :delay))
                from (%s) later where :goesOn)
            """.formatted(NextReminder.SQL.formatted("c", "c", ":number + 1")), due)
                .param("number", due.number())
                .param("delay", due.delayHours())
                .param("goesOn", due.state() != State.OVER)
                .param("now", Timestamp.from(now))
                .update();
    }

    private JdbcClient.StatementSpec update(String change, Due due) {
        return jdbc.sql("update left_checkouts c set " + change
                        + " where passage_id = :passage and step_id = :step and workspace_id = :workspace")
                .param("passage", due.passage().value())
                .param("step", due.step())
                .param("workspace", WorkspaceScope.current().value());
    }

    Chosen chosen(PassageId passage, UUID step) {
        return jdbc.sql("""
            select coalesce(with_bump, false) as bump, coalesce(coupon, '') as coupon, given, given_currency
            from left_checkouts
            where passage_id = :passage and step_id = :step and workspace_id = :workspace
            """)
                .param("passage", passage.value())
                .param("step", step)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> new Chosen(row.getBoolean("bump"), row.getString("coupon"), given(row)))
                .optional()
                .orElse(Chosen.NOTHING);
    }

    private static @Nullable Money given(ResultSet row) throws SQLException {
        var currency = row.getString("given_currency");
        return currency == null ? null : Money.of(row.getLong("given"), currency);
    }
}
