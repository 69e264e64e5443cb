package app.backmatter.mail.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a mail was opened or one of its links followed, as the request told it: its message may not be there.
 *
 * @param link that was followed; absent for an open
 */
record Track(UUID id, Kind kind, UUID message, @Nullable UUID link, Through through, Instant at) {
    enum Kind {
        OPEN,
        CLICK,
        /** Of a sequence's mail, as {@link #STEP_CLICK}. */
        STEP_OPEN,
        STEP_CLICK
    }
}
