package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.LocalStart;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as it stands.
 *
 * @param version goes up with each change
 * @param startsAt absent unless a moment was chosen
 * @param stoppedBy what the mail server said when it refused the sender, which paused it; absent otherwise
 * @param hour by the readers' clocks; absent where all get it at once
 */
public record BroadcastDetails(
        BroadcastId id,
        int version,
        BroadcastState state,
        BroadcastDraft draft,
        @Nullable Instant startsAt,
        Instant changedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String stoppedBy,
        TrialDetails trial,
        @Nullable LocalStart hour) {
    /** That hour where its author lives; absent where all get it at once. */
    public @Nullable Instant authorsHour() {
        return hour == null ? null : hour.in(hour.otherwise());
    }

    /** What most of its readers get, or got: the one that won, where two were tried. */
    public String subject() {
        return Objects.equals(trial.winner(), 1) ? draft.test().subject() : draft.subject();
    }

    public boolean mayChange() {
        return state == BroadcastState.DRAFT;
    }

    /** Whether its author may say which of its subjects the rest gets. */
    public boolean mayChooseSubject() {
        return (state == BroadcastState.SENDING || state == BroadcastState.PAUSED) && trial.isOpen();
    }

    /** Whether it neither leaves nor is over: its sample has left, and the others wait for who wins. */
    public boolean isWaiting() {
        return state == BroadcastState.SENDING && trial.stage() == TestStage.WAIT;
    }
}
