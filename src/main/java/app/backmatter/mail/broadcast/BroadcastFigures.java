package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.transport.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What became of a broadcast of the workspace in scope. */
@Service
public class BroadcastFigures {
    private static final String PROGRESS = """
        with closed as (
            select coalesce(sum(sent), 0) as sent, coalesce(sum(failed), 0) as failed, coalesce(sum(cancelled), 0) as cancelled
            from broadcast_batches where broadcast_id = :broadcast and workspace_id = :workspace and closed
        ), open as (
            select count(*) filter (where broadcast_message_state(m.state, m.id, b.reached, b.unended) = 'SENT') as sent,
                count(*) filter (where m.state = 'FAILED') as failed,
                count(*) filter (where m.state = 'CANCELLED') as cancelled
            from broadcast_batches b
                join broadcast_messages m on m.batch_id = b.id and m.workspace_id = b.workspace_id
            where b.broadcast_id = :broadcast and b.workspace_id = :workspace and not b.closed
        ), clicks as (
            select count(distinct c.message_id) as clicked
            from mail_links l join mail_clicks c on c.link_id = l.id and c.workspace_id = l.workspace_id
            where l.broadcast_id = :broadcast and l.workspace_id = :workspace and not c.scanner
        ), opens as (
            select count(*) filter (where person) as opened, count(*) filter (where not person) as proxied
            from (select bool_or(o.through = 'PERSON') as person
                from mail_opens o join broadcast_messages m on m.id = o.message_id and m.workspace_id = o.workspace_id
                where m.broadcast_id = :broadcast and m.workspace_id = :workspace and o.through <> 'SCANNER'
                group by m.id) each
        )
        select coalesce(b.addressed, 0) as addressed, closed.sent + open.sent as sent, closed.failed + open.failed as failed,
            closed.cancelled + open.cancelled as cancelled,
            (select count(*) from broadcast_messages m
                where m.broadcast_id = b.id and m.workspace_id = b.workspace_id and m.due_at is not null) as postponed,
            opens.opened, opens.proxied, clicks.clicked,
            (select count(*) from broadcast_leavings l
                where l.broadcast_id = b.id and l.workspace_id = b.workspace_id) as unsubscribed
        from broadcasts b, closed, open, clicks, opens
        where b.id = :broadcast and b.workspace_id = :workspace\
        """;

    private final JdbcClient jdbc;

    BroadcastFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that did not arrive. */
    public record Refused(UUID contact, String reply, Instant at) {
        public Trouble trouble() {
            return Trouble.parse(reply);
        }
    }

    /** Its mail server takes nothing, or took nothing when it was paused. */
    public record Silence(Instant since, Trouble trouble) {}

    public Optional<Silence> silence(BroadcastId broadcast) {
        return scoped("""
            select silent_since, silence from broadcasts
            where id = :broadcast and workspace_id = :workspace and state in ('SENDING', 'PAUSED') and stopped_by is null
                and silent_since is not null\
            """, broadcast)
                .query((row, _) -> new Silence(
                        row.getTimestamp("silent_since").toInstant(), Trouble.parse(row.getString("silence"))))
                .optional();
    }

    public BroadcastProgress progress(BroadcastId broadcast) {
        return scoped(PROGRESS, broadcast)
                .query((row, n) -> new BroadcastProgress(
                        row.getLong("addressed"),
                        row.getLong("sent"),
                        row.getLong("failed"),
                        row.getLong("cancelled"),
                        row.getLong("postponed"),
                        row.getLong("opened"),
                        row.getLong("proxied"),
                        row.getLong("clicked"),
                        row.getLong("unsubscribed")))
                .single();
    }

    /** The latest, at most 20: refused for good, or put off for now. */
    public List<Refused> refused(BroadcastId broadcast) {
        return scoped("""
            select contact_id, refusal, at from broadcast_messages
            where broadcast_id = :broadcast and workspace_id = :workspace and refusal is not null
                and state in ('FAILED', 'POSTPONED')
            order by at desc limit 20\
            """, broadcast)
                .query((row, n) -> new Refused(
                        row.getObject("contact_id", UUID.class),
                        row.getString("refusal"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec scoped(String sql, BroadcastId broadcast) {
        return jdbc.sql(sql)
                .param("workspace", WorkspaceScope.current().value())
                .param("broadcast", broadcast.value());
    }
}
