package app.backmatter.storage.domain;

import app.backmatter.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Stores a file for download as it came, without ever holding it in memory. */
@Service
public class StoreFile {
    private final StoredFiles stored;

    StoreFile(StoredFiles stored) {
        this.stored = stored;
    }

    public StoredFile store(String name, InputStream content) {
        try {
            var head = content.readNBytes(ContentType.HEAD);
            return stored.keep(FileUse.DOWNLOAD, name, ContentType.of(head), Map.of("", out -> {
                out.write(head);
                content.transferTo(out);
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
