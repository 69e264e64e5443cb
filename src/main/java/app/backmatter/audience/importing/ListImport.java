package app.backmatter.audience.importing;

import app.backmatter.storage.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param file absent once it was read
 * @param lines about how many rows there are; 0 where nobody knows
 * @param problem why it failed, a constant of {@link UnreadableList.Reason}
 * @param problemLine where in the file; 0 when it is about the whole
 */
public record ListImport(
        ImportId id,
        @Nullable FileId file,
        String fileName,
        Maker maker,
        ImportState state,
        Plan plan,
        long lines,
        Counts counts,
        @Nullable String problem,
        long problemLine,
        Instant madeAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    /** Where its people agreed, as consents name it. */
    String origin() {
        return "import " + fileName;
    }

    /** Why it failed, a key of the message bundle. */
    public @Nullable String problemKey() {
        return problem == null ? null : UnreadableList.message(problem);
    }

    /** How much of it is done, of 100; absent where nobody knows. */
    public @Nullable Long percent() {
        return lines == 0 ? null : Math.min(99, 100 * counts.read() / lines);
    }

    /** When it began: the time of whatever its rows give none for. */
    Instant begun() {
        return startedAt == null ? madeAt : startedAt;
    }
}
