package app.backmatter.watermarks;

import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.domain.StampFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Copies of files of the workspace in scope with their owners' names in them. One at a time: each takes a core. */
@Service
public class Watermarks {
    private final StampFile stampFile;

    Watermarks(StampFile stampFile) {
        this.stampFile = stampFile;
    }

    /** Whether there is a place for a name in files of this kind. */
    public static boolean fit(StoredFile file) {
        return Stamp.of(file.contentType()).isPresent();
    }

    /**
     * Stores a copy under the file's own name, loose until it is claimed.
     *
     * @param patience how long to wait for others' copies
     * @return empty when others took longer
     * @throws NotStampable when it can't be put into this file, now or later
     * @throws java.io.UncheckedIOException when the disk fails, which it may not do later
     */
    public Optional<StoredFile> stamp(StoredFile file, Owner owner, Duration patience) throws NotStampable {
        return stampFile.stamp(file, owner, patience);
    }

    /**
     * A copy for the author to look at, in a file of its own that the caller deletes.
     *
     * @return empty when others' copies took longer than some seconds
     * @throws NotStampable when buyers' copies couldn't be made either
     */
    public Optional<Path> sample(StoredFile file) throws NotStampable {
        return stampFile.sample(file);
    }
}
