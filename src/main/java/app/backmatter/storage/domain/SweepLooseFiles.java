package app.backmatter.storage.domain;

import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes what came with forms that were refused or given up: files that nobody claimed for a day, and what was left of
 * them when the application was killed while it took them.
 */
@Service
public class SweepLooseFiles {
    private static final Duration LOOSE = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Incoming incoming;
    private final PendingUploads uploads;
    private final Clock clock;

    SweepLooseFiles(JdbcClient jdbc, Contents contents, Incoming incoming, PendingUploads uploads, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.incoming = incoming;
        this.uploads = uploads;
        this.clock = clock;
    }

    private record Loose(FileId id, WorkspaceId workspace) {}

    /**
     * Of all workspaces, the oldest first. The content goes before the row, so that a killed sweep is finished by the next.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean sweep() {
        var loose = jdbc.sql("""
            select id, workspace_id from files
            where kept_at is null and stored_at < :before
            order by stored_at limit :most for update skip locked
            """)
                .param("before", clock.instant().minus(LOOSE).atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, _) -> new Loose(
                        new FileId(row.getObject("id", UUID.class)),
                        new WorkspaceId(row.getObject("workspace_id", UUID.class))))
                .list();
        loose.forEach(this::remove);
        return loose.size() == AT_ONCE;
    }

    /** Files in the folder that nobody wrote to for a day, and uploads whose tokens are no longer good. */
    public void sweepUnfinished() {
        incoming.deleteUnfinished(clock.instant().minus(LOOSE));
        uploads.removeAllBegunBefore(clock.instant().minus(UploadByPieces.LASTS));
    }

    private void remove(Loose file) {
        contents.delete(new Place(file.workspace(), file.id(), ""));
        for (int side : StorePicture.SMALLER) {
            contents.delete(new Place(file.workspace(), file.id(), StorePicture.variant(side)));
        }
        jdbc.sql("delete from files where id = ? and workspace_id = ?")
                .params(file.id().value(), file.workspace().value())
                .update();
    }
}
