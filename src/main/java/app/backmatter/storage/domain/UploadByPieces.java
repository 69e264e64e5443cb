package app.backmatter.storage.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.ArrivedUpload;
import app.backmatter.storage.FileRefused;
import app.backmatter.storage.SignedLinks;
import app.backmatter.storage.StorageFull;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Takes a large file piece by piece, so that a lost connection, a closed laptop or a restart costs what was on its way
 * and no more. An upload belongs to the person and the workspace that began it: its token is signed for both.
 */
@Service
public class UploadByPieces {
    /** What one file may have, in bytes: as much as every S3 store takes at once. */
    public static final long MOST = 5_000_000_000L;

    /** How long a token is good; what nobody wrote to for a day is swept away before. */
    static final Duration LASTS = Duration.ofDays(7);

    private final PendingUploads pending;
    private final Incoming incoming;
    private final StoreFile storeFile;
    private final StoredFiles stored;
    private final SignedLinks links;
    private final Clock clock;

    UploadByPieces(
            PendingUploads pending,
            Incoming incoming,
            StoreFile storeFile,
            StoredFiles stored,
            SignedLinks links,
            Clock clock) {
        this.pending = pending;
        this.incoming = incoming;
        this.storeFile = storeFile;
        this.stored = stored;
        this.links = links;
        this.clock = clock;
    }

    /**
     * How far an upload has come.
     *
     * @param complete whether it is stored, and so good for its form; a process may end between last byte and that
     */
    public record Progress(String name, long offset, long size, boolean complete) {}

    /**
     * @param person who alone may go on with it, as they signed in
     * @param size in bytes, 1 to {@link #MOST}
     * @return the token that names it
     */
    public String begin(String person, String name, long size) {
        var upload = pending.add(name, size);
        return links.sign(purpose(person), upload.id(), clock.instant().plus(LASTS));
    }

    /** Empty when there is no such upload of this person. */
    public Optional<Progress> progress(String person, String token) {
        return find(person, token)
                .map(upload -> new Progress(upload.name(), offset(upload), upload.size(), upload.file() != null));
    }

    /**
     * Writes what comes behind what is there. Whatever came before a connection broke stays; with the last byte the file
     * is looked into and stored.
     *
     * @param offset where the sender believes to go on
     * @return how far it has come; empty when there is no such upload of this person
     * @throws WrongOffset when the sender is wrong, or somebody else is writing
     * @throws FileRefused when readers could not use the whole; nothing is left of it
     * @throws StorageFull when the disk has no room for more; what is there stays
     */
    public Optional<Progress> append(String person, String token, long offset, InputStream content) {
        return find(person, token).map(upload -> {
            if (upload.file() != null) {
                throw new WrongOffset(upload.size());
            }
            long reached = incoming.append(upload.id(), offset, upload.size(), content, () -> finish(upload));
            return new Progress(upload.name(), reached, upload.size(), reached == upload.size());
        });
    }

    /** @return whether there was one to give up */
    public boolean cancel(String person, String token) {
        var upload = find(person, token);
        upload.ifPresent(this::forget);
        return upload.isPresent();
    }

    /** What came in whole; empty for all else, such as what a form held for more than a day. */
    public Optional<ArrivedUpload> arrived(String person, String token) {
        return find(person, token)
                .flatMap(upload -> Optional.ofNullable(upload.file()))
                .flatMap(stored::find)
                .map(file -> new ArrivedUpload(token, file));
    }

    /** What can't be stored at the moment stays, so that nobody sends it again. */
    private void finish(PendingUpload upload) {
        var received = incoming.partial(upload.id());
        try {
            pending.becameFile(
                    upload.id(), storeFile.take(upload.name(), received).id());
            incoming.delete(received);
        } catch (FileRefused e) {
            forget(upload);
            throw e;
        }
    }

    private void forget(PendingUpload upload) {
        pending.remove(upload.id());
        incoming.delete(incoming.partial(upload.id()));
    }

    private long offset(PendingUpload upload) {
        return upload.file() == null ? incoming.reached(upload.id()) : upload.size();
    }

    private Optional<PendingUpload> find(String person, String token) {
        Optional<UUID> id = links.verify(purpose(person), token, clock.instant());
        return id.flatMap(pending::find);
    }

    private static String purpose(String person) {
        return "upload " + WorkspaceScope.current() + " " + person;
    }
}
