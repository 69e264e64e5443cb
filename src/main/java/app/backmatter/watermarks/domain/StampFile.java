package app.backmatter.watermarks.domain;

import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.Owner;
import app.backmatter.watermarks.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Stamps files of the workspace in scope, one at a time, so that memory and cores are left to readers. */
@Component
public class StampFile {
    private static final Duration PATIENCE_OF_AN_AUTHOR = Duration.ofSeconds(20);

    private final app.backmatter.storage.Files files;
    private final Wording wording;
    private final Semaphore turn = new Semaphore(1, true);

    StampFile(app.backmatter.storage.Files files, Wording wording) {
        this.files = files;
        this.wording = wording;
    }

    public Optional<StoredFile> stamp(StoredFile file, Owner owner, Duration patience) throws NotStampable {
        var copy = copy(file, owner, patience);
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        try (var content = Files.newInputStream(copy.get())) {
            return Optional.of(files.store(file.name(), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy.get());
        }
    }

    public Optional<Path> sample(StoredFile file) throws NotStampable {
        return copy(file, wording.sample(), PATIENCE_OF_AN_AUTHOR);
    }

    private Optional<Path> copy(StoredFile file, Owner owner, Duration patience) throws NotStampable {
        // a file of another kind never gets here: it is not offered to be stamped
        var stamp = Stamp.of(file.contentType()).orElseThrow();
        if (!takeTurn(patience)) {
            return Optional.empty();
        }
        try {
            return Optional.of(copy(file, owner, stamp));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.release();
        }
    }

    private Path copy(StoredFile file, Owner owner, Stamp stamp) throws NotStampable, IOException {
        var content = files.open(file.id());
        if (content.isFile()) {
            return copy(content.getFile().toPath(), owner, stamp);
        }
        var source = Files.createTempFile("original", "");
        try (var in = content.getInputStream()) {
            Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
            return copy(source, owner, stamp);
        } finally {
            delete(source);
        }
    }

    private Path copy(Path source, Owner owner, Stamp stamp) throws NotStampable, IOException {
        var copy = Files.createTempFile("copy", "");
        try {
            stamp.copy(source, wording.of(owner), copy);
            return copy;
        } catch (NotStampable | IOException | RuntimeException e) {
            delete(copy);
            throw e;
        }
    }

    private boolean takeTurn(Duration patience) {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
