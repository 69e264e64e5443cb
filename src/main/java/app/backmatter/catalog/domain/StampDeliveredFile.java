package app.backmatter.catalog.domain;

import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.Watermarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Has buyers get stamped copies of a file, once it was seen that it can be stamped. */
@Service
public class StampDeliveredFile {
    private final DeliveredFiles files;
    private final FileStamps stamps;
    private final Watermarks watermarks;

    StampDeliveredFile(DeliveredFiles files, FileStamps stamps, Watermarks watermarks) {
        this.files = files;
        this.stamps = stamps;
        this.watermarks = watermarks;
    }

    /** @throws NotFound when it is no file of this owner, or of a kind that can't be stamped */
    public StoredFile get(FileOwner owner, FileId file) {
        return Optional.of(files.get(owner, file)).filter(Watermarks::fit).orElseThrow(NotFound::new);
    }

    /** @throws NotStampable when this file can't be stamped; then nothing changed */
    public void stamp(FileOwner owner, FileId file) throws NotStampable {
        var sample = sample(owner, file);
        sample.ifPresent(StampDeliveredFile::delete);
        stamps.stamp(file);
    }

    /**
     * What a buyer would get, in a file that the caller deletes.
     *
     * @return empty while too much else is being made
     * @throws NotStampable when a buyer couldn't get it either
     */
    public Optional<Path> sample(FileOwner owner, FileId file) throws NotStampable {
        return watermarks.sample(get(owner, file));
    }

    /** Buyers get it as it is from now on. */
    public void leaveAsItIs(FileOwner owner, FileId file) {
        stamps.leaveAsItIs(get(owner, file).id());
    }

    private static void delete(Path sample) {
        try {
            Files.delete(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
