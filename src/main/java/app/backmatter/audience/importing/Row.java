package app.backmatter.audience.importing;

import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a line. */
public sealed interface Row {
    /**
     * A person.
     *
     * @param firstName empty when not told
     * @param country two letters; empty when not told
     * @param at when the person agreed or left, by the file; absent when it does not say
     */
    record Entry(
            EmailAddress email,
            String firstName,
            String country,
            Set<String> tags,
            Standing standing,
            @Nullable Instant at)
            implements Row {}

    /**
     * Nobody that can be taken.
     *
     * @param part the table that it stood in
     * @param reason the end of a message key
     * @param cells in the order of the list's columns, each cut to what a person reads
     */
    record Refused(String part, long line, String reason, List<String> cells) implements Row {}
}
