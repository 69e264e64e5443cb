package app.backmatter.mail.broadcast;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message that was let go.
 *
 * @param state as it is stored
 * @param refusal why it did not arrive
 * @param due when it is to be tried again
 * @param tries how often it was tried in vain, this time included
 */
record Ending(
        Outgoing message,
        String state,
        @Nullable String refusal,
        @Nullable Instant due,
        int tries) {

    /** The refusal of what never came to a mail server. */
    static final String NOT_WRITTEN = "not-written";

    /** About a day and a half, with the pauses between them. */
    static final int MOST_TRIES = 12;

    static Ending sent(Outgoing message) {
        return new Ending(message, "SENT", null, null, message.tries());
    }

    static Ending failed(Outgoing message, String reply) {
        return new Ending(message, "FAILED", reply, null, message.tries() + 1);
    }

    /** The mail server put it off. */
    static Ending postponed(Outgoing message, String reply, Instant due) {
        return new Ending(message, "POSTPONED", reply, due, message.tries() + 1);
    }

    /** The mail server took nothing of it and said nothing: later again, or never after too many times. */
    static Ending triedInVain(Outgoing message, String reason, Instant now) {
        int tries = message.tries() + 1;
        return tries >= MOST_TRIES ? failed(message, reason) : postponed(message, reason, now.plus(backOff(tries)));
    }

    /** One minute, doubled each time up to six hours. */
    static Duration backOff(int tries) {
        return Duration.ofMinutes(Math.min(1L << (tries - 1), 360));
    }

    /** It was not even tried. */
    static Ending heldBack(Outgoing message, Instant due) {
        return new Ending(message, "POSTPONED", null, due, message.tries());
    }

    /** Nothing is known of it: it goes again, by whoever has its batch. */
    static Ending unknown(Outgoing message) {
        return new Ending(message, "QUEUED", null, null, message.tries());
    }

    /** Whether it is to be written down by itself: most messages simply leave, which their batch says. */
    boolean isUnusual() {
        return isOver() && !state.equals("SENT");
    }

    /** Whether the batch need not care for it any more. */
    boolean isOver() {
        return !state.equals("QUEUED");
    }
}
