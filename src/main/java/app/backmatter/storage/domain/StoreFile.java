package app.backmatter.storage.domain;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.StoredFile;
import app.backmatter.storage.content.Inspection;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Stores a file for download as it came, once it was looked into, without ever holding it in memory. */
@Service
public class StoreFile {
    private final StoredFiles stored;
    private final Incoming incoming;
    private final Inspection inspection;

    StoreFile(StoredFiles stored, Incoming incoming, Inspection inspection) {
        this.stored = stored;
        this.incoming = incoming;
        this.inspection = inspection;
    }

    /** @throws FileRefused when a reader could not use it */
    public StoredFile store(String name, InputStream content) {
        return take(name, incoming.receive(content::transferTo));
    }

    /** Whatever comes of it, the file that came in is gone from its place. */
    StoredFile take(String name, Path received) {
        try {
            var type = inspection.typeOf(received, name);
            return stored.keep(FileUse.DOWNLOAD, name, type, Map.of("", received));
        } finally {
            incoming.delete(received);
        }
    }
}
