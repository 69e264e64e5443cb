package app.backmatter.storage.domain;

import static java.util.stream.Collectors.toMap;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The files of the workspace in scope: content in its store, what is known of it in the database. */
@Service
public class StoredFiles {
    /** A download that began in this time goes on to its end. */
    private static final Duration ELSEWHERE = Duration.ofHours(1);

    private final FileRecords records;
    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    StoredFiles(FileRecords records, JdbcClient jdbc, Contents contents, Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    public Optional<StoredFile> find(FileId id) {
        return records.findById(id).map(FileRecord::view);
    }

    public Map<FileId, StoredFile> findAll(Collection<FileId> ids) {
        return records.findAllById(ids).stream().map(FileRecord::view).collect(toMap(StoredFile::id, file -> file));
    }

    public Resource open(FileId id) {
        return contents.open(new Place(WorkspaceScope.current(), id, ""));
    }

    /** Where a reader fetches it from without us, for a while; empty when only we hand it out. */
    public Optional<URI> address(StoredFile file) {
        return contents.address(new Place(WorkspaceScope.current(), file.id(), ""), file, ELSEWHERE);
    }

    /** A part of a file; the caller closes it. */
    public InputStream read(FileId id, long from, long length) throws IOException {
        return contents.read(new Place(WorkspaceScope.current(), id, ""), from, length);
    }

    public void claim(FileId id) {
        int found = jdbc.sql("""
            update files set kept_at = coalesce(kept_at, :now) where id = :id and workspace_id = :workspace
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
        if (found == 0) {
            throw new NotFound();
        }
    }

    /** As if it had been left loose long ago. */
    public void release(FileId id) {
        jdbc.sql("update files set kept_at = null, stored_at = 'epoch' where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    /**
     * Content first, then the row: a row never names a file that is not there.
     *
     * @param variants what came in, by variant; the one called "" is the file itself
     */
    StoredFile keep(FileUse use, String name, String contentType, Map<String, Path> variants) {
        var id = FileId.next();
        var places = variants.keySet().stream()
                .map(variant -> new Place(WorkspaceScope.current(), id, variant))
                .toList();
        removeAfterRollback(places);
        try {
            var file = new StoredFile(id, FileName.clean(name), contentType, Incoming.size(whole(variants)));
            variants.forEach(
                    (variant, content) -> contents.put(new Place(WorkspaceScope.current(), id, variant), content));
            // written at once, so that it can be claimed in the same transaction
            records.saveAndFlush(new FileRecord(use, file, clock.instant()));
            return file;
        } catch (RuntimeException e) {
            remove(places, e);
            throw e;
        }
    }

    /** A store that did not take a file may not let it be removed either: why it did not is what counts. */
    private void remove(List<Place> places, RuntimeException why) {
        try {
            places.forEach(contents::delete);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private static Path whole(Map<String, Path> variants) {
        return Objects.requireNonNull(variants.get(""));
    }

    private void removeAfterRollback(List<Place> places) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    places.forEach(contents::delete);
                }
            }
        });
    }
}
