package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many readers of sequences of the workspace in scope are where, and what they did with its mails. */
@Service
public class SequenceFigures {
    private final JdbcClient jdbc;

    SequenceFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of one step.
     *
     * @param here readers who are at it now
     * @param written mails that went into the outbox
     * @param sent of them, what the mail server took
     * @param proxied of which a mail provider alone fetched the pictures
     * @param left readers who left the list after this mail and before another one
     * @param yes readers for whom the condition held
     */
    public record OfStep(
            long here, long written, long sent, long opened, long proxied, long clicked, long left, long yes, long no) {
        public static final OfStep NONE = new OfStep(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** @param running false while it is paused, or was never started */
    public record OfSequence(boolean running, long inside, long finished, long ended) {}

    /** By the steps' ids. */
    public Map<UUID, OfStep> steps(SequenceId sequence) {
        var figures = new HashMap<UUID, OfStep>();
        scoped("""
            with lefts as (
                select left_after, count(*) as gone from enrolments
                where sequence_id = :sequence and workspace_id = :workspace and ended_by = 'LEFT_LIST' group by 1
            )
            select s.id, f.*, coalesce(l.gone, 0) as gone,
                (select count(*) from enrolments e where e.step_id = s.id and e.workspace_id = s.workspace_id
                    and e.state = 'ACTIVE') as here
            from sequence_steps s
                left join lefts l on l.left_after = s.id
                cross join lateral (
                    select count(message_id) as written, count(sent_at) as sent, count(opened_at) as opened,
                        count(*) filter (where opened_at is null and proxied_at is not null) as proxied,
                        count(clicked_at) as clicked,
                        count(*) filter (where outcome = 'YES') as yes, count(*) filter (where outcome = 'NO') as no
                    from enrolment_steps t where t.step_id = s.id and t.workspace_id = s.workspace_id) f
            where s.sequence_id = :sequence and s.workspace_id = :workspace\
            """, sequence).query(row -> {
            figures.put(
                    row.getObject("id", UUID.class),
                    new OfStep(
                            row.getLong("here"),
                            row.getLong("written"),
                            row.getLong("sent"),
                            row.getLong("opened"),
                            row.getLong("proxied"),
                            row.getLong("clicked"),
                            row.getLong("gone"),
                            row.getLong("yes"),
                            row.getLong("no")));
        });
        return figures;
    }

    public OfSequence of(SequenceId sequence) {
        return all("and s.id = :sequence", sequence).getOrDefault(sequence.value(), new OfSequence(false, 0, 0, 0));
    }

    /** Of each sequence, by its id. */
    public Map<UUID, OfSequence> all() {
        return all("", new SequenceId(new UUID(0, 0)));
    }

    private Map<UUID, OfSequence> all(String which, SequenceId sequence) {
        var figures = new HashMap<UUID, OfSequence>();
        scoped("""
            select s.id, s.paused_at is null as running, count(e.id) filter (where e.state = 'ACTIVE') as inside,
                count(e.id) filter (where e.state = 'FINISHED') as finished,
                count(e.id) filter (where e.state = 'STOPPED') as ended
            from sequences s
                left join enrolments e on e.sequence_id = s.id and e.workspace_id = s.workspace_id
            where s.workspace_id = :workspace %s group by s.id, s.paused_at\
            """.formatted(which), sequence).query(row -> {
            figures.put(
                    row.getObject("id", UUID.class),
                    new OfSequence(
                            row.getBoolean("running"),
                            row.getLong("inside"),
                            row.getLong("finished"),
                            row.getLong("ended")));
        });
        return figures;
    }

    private JdbcClient.StatementSpec scoped(String sql, SequenceId sequence) {
        return jdbc.sql(sql)
                .param("workspace", WorkspaceScope.current().value())
                .param("sequence", sequence.value());
    }
}
