package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
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
public class StampProductFile {
    private final ProductFiles files;
    private final FileStamps stamps;
    private final Watermarks watermarks;

    StampProductFile(ProductFiles files, FileStamps stamps, Watermarks watermarks) {
        this.files = files;
        this.stamps = stamps;
        this.watermarks = watermarks;
    }

    /** @throws NotFound when it is no file of this product, or of a kind that can't be stamped */
    public StoredFile get(ProductId product, FileId file) {
        return Optional.of(files.get(product, file)).filter(Watermarks::fit).orElseThrow(NotFound::new);
    }

    /** @throws NotStampable when this file can't be stamped; then nothing changed */
    public void stamp(ProductId product, FileId file) throws NotStampable {
        var sample = sample(product, file);
        sample.ifPresent(StampProductFile::delete);
        stamps.stamp(file);
    }

    /**
     * What a buyer would get, in a file that the caller deletes.
     *
     * @return empty while too much else is being made
     * @throws NotStampable when a buyer couldn't get it either
     */
    public Optional<Path> sample(ProductId product, FileId file) throws NotStampable {
        return watermarks.sample(get(product, file));
    }

    /** Buyers get it as it is from now on. */
    public void leaveAsItIs(ProductId product, FileId file) {
        stamps.leaveAsItIs(get(product, file).id());
    }

    private static void delete(Path sample) {
        try {
            Files.delete(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
