package app.backmatter.storage;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/** Files of the workspace in scope, written to the storage folder and found by id. */
@Service
public class Files {
    /** Stores a file for download. Reads the stream to its end; the caller closes it. */
    public StoredFile store(String name, InputStream content) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores a picture as JPEG or PNG of at most 1600 pixels a side, from JPEG, PNG, GIF or WebP of at most 40 megapixels.
     *
     * @throws NotAPicture when the content is anything else, SVG included
     */
    public StoredFile storePicture(String name, InputStream content) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredFile> find(FileId id) {
        throw new UnsupportedOperationException();
    }

    public Map<FileId, StoredFile> findAll(Collection<FileId> ids) {
        throw new UnsupportedOperationException();
    }

    public Resource open(FileId id) {
        throw new UnsupportedOperationException();
    }

    /** The public address of a picture, the same for ever, from the first slash: {@code /media/…}. */
    public static String mediaPath(FileId id) {
        return "/media/" + id;
    }
}
