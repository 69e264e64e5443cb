package app.backmatter.storage.domain;

import app.backmatter.database.WorkspaceOwned;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What is known of one stored file; never changes. */
@Entity
@Immutable
@Table(name = "files")
final class FileRecord extends WorkspaceOwned<FileRecord> {
    @EmbeddedId
    private FileId id;

    @Enumerated(EnumType.STRING)
    private FileUse use;

    private String name;
    private String contentType;
    private long size;
    private Instant storedAt;
    private @Nullable String address;

    @SuppressWarnings("NullAway.Init")
    FileRecord() {}

    FileRecord(FileUse use, StoredFile file, Instant storedAt) {
        this.id = file.id();
        this.use = use;
        this.name = file.name();
        this.contentType = file.contentType();
        this.size = file.size();
        this.storedAt = storedAt;
        this.address = file.link() == null ? null : file.link().toString();
    }

    StoredFile view() {
        return new StoredFile(id, name, contentType, size, address == null ? null : URI.create(address));
    }
}
