package app.backmatter.audience.importing;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets go of people's addresses that nobody came back for: drafts, and rows that could not be taken. */
@Component
class SweepImports {
    private static final Duration DRAFTS = Duration.ofDays(7);
    private static final Duration REJECTED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final EndImport end;
    private final Clock clock;

    SweepImports(JdbcClient jdbc, EndImport end, Clock clock) {
        this.jdbc = jdbc;
        this.end = end;
        this.clock = clock;
    }

    private record Draft(WorkspaceId workspace, ImportId list) {}

    /** Of all workspaces. */
    void sweep() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("select workspace_id, id from imports where state = 'DRAFT' and made_at < :before")
                .param("before", now.minus(DRAFTS))
                .query((row, _) -> new Draft(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new ImportId(row.getObject("id", UUID.class))))
                .list()
                .forEach(draft -> WorkspaceScope.run(draft.workspace(), () -> end.cancel(draft.list())));
        jdbc.sql("""
            delete from rejected_rows r using imports i
            where i.id = r.import_id and i.workspace_id = r.workspace_id and i.ended_at < :before
            """).param("before", now.minus(REJECTED)).update();
    }
}
