package app.backmatter.audience.importing;

import app.backmatter.storage.Files;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of an import, however it came: the file of people's addresses is let go with it. */
@Component
class EndImport {
    private final ImportRecords records;
    private final Files files;
    private final Clock clock;

    EndImport(ImportRecords records, Files files, Clock clock) {
        this.records = records;
        this.files = files;
        this.clock = clock;
    }

    @Transactional
    public void finish(ImportId id) {
        end(id, ImportState.DONE, null);
    }

    @Transactional
    public void fail(ImportId id, UnreadableList problem) {
        end(id, ImportState.FAILED, problem);
    }

    /** What was taken so far stays; a draft is forgotten. */
    @Transactional
    public void cancel(ImportId id) {
        end(id, ImportState.CANCELLED, null);
        records.discard(id).ifPresent(files::release);
    }

    private void end(ImportId id, ImportState state, @Nullable UnreadableList problem) {
        records.end(id, state, clock.instant(), problem).ifPresent(files::release);
    }
}
