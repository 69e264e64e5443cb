package app.backmatter.storage.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Ids;
import app.backmatter.storage.FileId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of uploads of the workspace in scope; how far each has come is told by its file alone. */
@Component
class PendingUploads {
    private final JdbcClient jdbc;
    private final Clock clock;

    PendingUploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PendingUpload add(String name, long size) {
        var upload = new PendingUpload(Ids.next(), FileName.clean(name), size, null);
        jdbc.sql("""
            insert into uploads (id, workspace_id, name, size, begun_at) values (:id, :workspace, :name, :size, :now)
            """)
                .param("id", upload.id())
                .param("workspace", WorkspaceScope.current().value())
                .param("name", upload.name())
                .param("size", size)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return upload;
    }

    Optional<PendingUpload> find(UUID id) {
        return jdbc.sql("select id, name, size, file_id from uploads where id = :id and workspace_id = :workspace")
                .param("id", id)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, _) -> new PendingUpload(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("size"),
                        file(row.getObject("file_id", UUID.class))))
                .optional();
    }

    void becameFile(UUID id, FileId file) {
        jdbc.sql("update uploads set file_id = :file where id = :id and workspace_id = :workspace")
                .param("file", file.value())
                .param("id", id)
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from uploads where id = :id and workspace_id = :workspace")
                .param("id", id)
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /** Of all workspaces, of those that began before then. */
    void removeAllBegunBefore(Instant then) {
        jdbc.sql("delete from uploads where begun_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable FileId file(@Nullable UUID id) {
        return id == null ? null : new FileId(id);
    }
}
