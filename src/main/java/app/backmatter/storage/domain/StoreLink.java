package app.backmatter.storage.domain;

import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Stores a link to something elsewhere, such as a course's first lesson, as if it were a file. */
@Service
public class StoreLink {
    private static final String TYPE = "text/uri-list";

    private final FileRecords records;
    private final Clock clock;

    StoreLink(FileRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    public StoredFile store(String name, URI address) {
        var file = new StoredFile(FileId.next(), FileName.clean(name), TYPE, 0, address);
        records.saveAndFlush(new FileRecord(FileUse.LINK, file, clock.instant()));
        return file;
    }
}
