package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelOutline;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads the funnels of many workspaces in one statement, and none of their pages. */
@Component
public class OutlineFunnels {
    private static final String SQL = """
        select funnel.workspace_id, funnel.id, funnel.name, funnel.revision_id is not null as published,
            shown.steps #>> '{0,id}' as entry,
            array(select cast(step ->> 'id' as uuid) from jsonb_array_elements(shown.steps) step
                where step ->> 'kind' = 'opt-in') as opt_ins
        from funnels funnel
        left join funnel_revisions revision
            on revision.id = funnel.revision_id and revision.workspace_id = funnel.workspace_id
        cross join lateral
            (select coalesce(revision.content #> '{funnel,steps}', funnel.draft -> 'steps') as steps) shown
        where funnel.workspace_id = any(:workspaces)
        order by funnel.created_at desc
        """;

    private final JdbcClient jdbc;

    OutlineFunnels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest made first. */
    public List<FunnelOutline> of(Collection<WorkspaceId> workspaces) {
        return jdbc.sql(SQL)
                .param(
                        "workspaces",
                        new SqlArrayValue(
                                "uuid",
                                workspaces.stream().map(WorkspaceId::value).toArray()))
                .query((row, _) -> outline(row))
                .list();
    }

    private static FunnelOutline outline(ResultSet row) throws SQLException {
        var entry = row.getString("entry");
        return new FunnelOutline(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new FunnelId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getBoolean("published"),
                entry == null ? null : UUID.fromString(entry),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray("opt_ins").getArray())));
    }
}
