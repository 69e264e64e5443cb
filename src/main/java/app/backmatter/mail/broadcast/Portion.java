package app.backmatter.mail.broadcast;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Readers of one batch.
 *
 * @param subject that they get; 0 is the first
 * @param sample whether the subjects are tried on them
 * @param hours when each of them is to get it; empty for at once
 */
record Portion(int subject, boolean sample, List<Recipient> readers, Map<ContactId, Instant> hours) {
    Portion(int subject, boolean sample, List<Recipient> readers) {
        this(subject, sample, readers, Map.of());
    }
}
