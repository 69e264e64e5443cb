package app.backmatter.funnels.passage;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.RevisionId;
import app.backmatter.orders.ReadersWay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of ways in the words that their readers saw. */
@Component
class ToldWays implements ReadersWay {
    private final JdbcClient jdbc;
    private final Revisions revisions;

    ToldWays(JdbcClient jdbc, Revisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    @Override
    public Optional<String> funnel(UUID funnel) {
        return jdbc.sql("select name from funnels where id = :id and workspace_id = :workspace")
                .param("id", funnel)
                .param("workspace", WorkspaceScope.current().value())
                .query(String.class)
                .optional();
    }

    @Override
    public Map<UUID, String> funnels() {
        var names = new LinkedHashMap<UUID, String>();
        jdbc.sql("select id, name from funnels where workspace_id = :workspace order by name, id")
                .param("workspace", WorkspaceScope.current().value())
                .query((ResultSet row) -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    @Override
    public List<Answer> answers(UUID passage) {
        return jdbc.sql("""
            select revision_id, step_id, answer, answered_at from offer_answers a
            join passages p on p.id = a.passage_id and p.workspace_id = a.workspace_id
            where a.passage_id = :passage and a.workspace_id = :workspace
            order by answered_at, step_id
            """)
                .param("passage", passage)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> answer(row))
                .list();
    }

    private Answer answer(ResultSet row) throws SQLException {
        var revision = new RevisionId(row.getObject("revision_id", UUID.class));
        var id = row.getObject("step_id", UUID.class);
        var step = revisions
                .get(WorkspaceScope.current(), revision)
                .content()
                .funnel()
                .step(id);
        return new Answer(
                id,
                step.map(offer -> offer.page().headline()).orElse(""),
                Said.valueOf(row.getString("answer")),
                row.getTimestamp("answered_at").toInstant());
    }
}
