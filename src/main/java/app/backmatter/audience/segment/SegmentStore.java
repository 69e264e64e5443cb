package app.backmatter.audience.segment;

import app.backmatter.audience.SegmentId;
import app.backmatter.database.WorkspaceScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The segments of the workspace in scope. */
@Service
public class SegmentStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    SegmentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. */
    public List<Segment> all() {
        return jdbc.sql("select id, name, rule from segments where workspace_id = :workspace order by lower(name)")
                .param("workspace", WorkspaceScope.current().value())
                .query(SegmentStore::segment)
                .list();
    }

    public Optional<Segment> find(SegmentId id) {
        return jdbc.sql("select id, name, rule from segments where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .query(SegmentStore::segment)
                .optional();
    }

    /**
     * Keeps a new segment, or what became of a known one.
     *
     * @throws NameTaken when another has the name, in whatever letters
     */
    @Transactional
    public void keep(Segment segment) {
        try {
            jdbc.sql("""
                insert into segments (id, workspace_id, name, rule, created_at, changed_at)
                values (:id, :workspace, :name, :rule::jsonb, :now, :now)
                on conflict (id, workspace_id) do update
                    set name = excluded.name, rule = excluded.rule, changed_at = excluded.changed_at\
                """)
                    .param("id", segment.id().value())
                    .param("workspace", WorkspaceScope.current().value())
                    .param("name", segment.name())
                    .param("rule", RuleJson.write(segment.rule()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new NameTaken(e);
        }
    }

    public void delete(SegmentId id) {
        jdbc.sql("delete from segments where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    private static Segment segment(ResultSet row, int n) throws SQLException {
        return new Segment(
                new SegmentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                RuleJson.read(row.getString("rule")));
    }
}
