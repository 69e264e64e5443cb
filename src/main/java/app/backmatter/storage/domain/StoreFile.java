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
        var received = incoming.receive(content::transferTo);
        try {
            return take(name, received);
        } finally {
            incoming.delete(received);
        }
    }

    /** What is left of the file that came in is the caller's to delete. */
    StoredFile take(String name, Path received) {
        return stored.keep(FileUse.DOWNLOAD, name, inspection.typeOf(received, name), Map.of("", received));
    }
}
