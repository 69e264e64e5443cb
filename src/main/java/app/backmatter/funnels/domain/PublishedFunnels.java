package app.backmatter.funnels.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was published, outside of any workspace scope and without entities. Each call asks the database. */
@Component
public class PublishedFunnels {
    private static final String REVISION = """
        select revision.id, revision.workspace_id, revision.funnel_id, revision.content,
               funnel.slug, funnel.name, funnel.withdrawn_at is not null as closed
        from funnels funnel
        join funnel_revisions revision
          on revision.funnel_id = funnel.id and revision.workspace_id = funnel.workspace_id
        """;

    private final JdbcClient database;
    private final Workspaces workspaces;

    PublishedFunnels(JdbcClient database, Workspaces workspaces) {
        this.database = database;
        this.workspaces = workspaces;
    }

    /** What stands at {@code /p/{workspaceSlug}/{funnelSlug}}; empty for a funnel that was never published. */
    public Optional<PublishedEntry> find(String workspaceSlug, String funnelSlug) {
        return workspaces
                .bySlug(workspaceSlug)
                .map(WorkspaceView::id)
                .flatMap(workspace -> entry(workspace, funnelSlug));
    }

    /** Any revision, the latest or an older one that readers are still inside of. */
    public Optional<PublishedRevision> find(WorkspaceId workspace, RevisionId revision) {
        return database.sql(REVISION + "where revision.id = :id and revision.workspace_id = :workspace")
                .param("id", revision.value())
                .param("workspace", workspace.value())
                .query((row, number) -> revision(row))
                .optional();
    }

    private Optional<PublishedEntry> entry(WorkspaceId workspace, String slug) {
        return database.sql(REVISION
                        + "where funnel.slug = :slug and funnel.workspace_id = :workspace and revision.id ="
                        + " funnel.revision_id")
                .param("slug", slug)
                .param("workspace", workspace.value())
                .query((row, number) -> new PublishedEntry(revision(row), row.getBoolean("closed")))
                .optional();
    }

    private static PublishedRevision revision(ResultSet row) throws SQLException {
        return new PublishedRevision(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new FunnelId(row.getObject("funnel_id", UUID.class)),
                new RevisionId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                ContentJson.read(row.getString("content"), PublishedContent.class));
    }
}
