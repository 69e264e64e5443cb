package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The broadcasts of the workspace in scope, latest begun first. */
@Service
public class BroadcastList {
    private final JdbcClient jdbc;

    BroadcastList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before only those begun before this one; absent for the latest */
    public List<BroadcastRow> latest(@Nullable UUID before, int limit) {
        return jdbc.sql("""
            select id, case winner when 1 then other_subject else subject end as subject, state,
                state = 'SENDING' and stage = 'WAIT' as waits, segment_id, coalesce(starts_at, changed_at) as at
            from broadcasts
            where workspace_id = :workspace and (:before::uuid is null or id < :before::uuid)
            order by id desc limit :limit\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new BroadcastRow(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        BroadcastState.valueOf(row.getString("state")),
                        row.getBoolean("waits"),
                        row.getObject("segment_id", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
