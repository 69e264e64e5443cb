package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as it stands.
 *
 * @param version goes up with each change
 * @param startsAt absent unless a moment was chosen
 */
public record BroadcastDetails(
        BroadcastId id,
        int version,
        BroadcastState state,
        BroadcastDraft draft,
        @Nullable Instant startsAt,
        Instant changedAt) {
    public boolean mayChange() {
        return state == BroadcastState.DRAFT;
    }
}
