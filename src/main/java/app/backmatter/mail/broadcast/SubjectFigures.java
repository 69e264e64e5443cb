package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the subjects of a broadcast of the workspace in scope did with the readers on whom they were tried. */
@Service
public class SubjectFigures {
    private static final String RESULTS = """
        select subject, count(*) filter (where state = 'SENT') as sent, count(*) filter (where person) as opened,
            count(*) filter (where not person) as proxied, count(*) filter (where clicked) as clicked
        from (select b.subject, broadcast_message_state(m.state, m.id, b.reached, b.unended) as state,
                (select bool_or(o.through = 'PERSON') from mail_opens o
                    where o.message_id = m.id and o.workspace_id = m.workspace_id and o.through <> 'SCANNER') as person,
                exists (select from mail_clicks c
                    where c.message_id = m.id and c.workspace_id = m.workspace_id and not c.scanner) as clicked
            from broadcast_batches b
                join broadcast_messages m on m.batch_id = b.id and m.workspace_id = b.workspace_id
            where b.broadcast_id = :broadcast and b.workspace_id = :workspace and b.sample) tried
        group by subject\
        """;

    private final JdbcClient jdbc;

    SubjectFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the first, then of the other. */
    public List<SubjectResult> of(BroadcastId broadcast) {
        Map<Integer, SubjectResult> results = new HashMap<>();
        jdbc.sql(RESULTS)
                .param("workspace", WorkspaceScope.current().value())
                .param("broadcast", broadcast.value())
                .query(row -> {
                    results.put(
                            row.getInt("subject"),
                            new SubjectResult(
                                    row.getLong("sent"),
                                    row.getLong("opened"),
                                    row.getLong("proxied"),
                                    row.getLong("clicked")));
                });
        return List.of(results.getOrDefault(0, SubjectResult.NOTHING), results.getOrDefault(1, SubjectResult.NOTHING));
    }
}
