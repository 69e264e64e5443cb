package app.backmatter.mail.broadcast;

import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.transport.Trouble.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of one broadcast hear of its mail server, so that a message on which the line is cut each time is told
 * from a server that is away. The former is put off and at last given up, the latter loses nobody. Its author reads of a
 * server that takes nothing.
 */
final class Hearing {
    /** So often others passed between two losses of a message: it is the message. */
    private static final int DOUBTS = 5;
    /** After so long in vain another message may show whether it is the message or the server. */
    private static final Duration IN_VAIN = Duration.ofHours(1);

    private static final Duration ASIDE = Duration.ofMinutes(10);
    /** Shorter ones are nobody's trouble. */
    private static final Duration SILENT = Duration.ofSeconds(10);

    private final BroadcastJob job;
    private final Silences silences;
    private final Clock clock;
    private final Map<UUID, Loss> losses = new HashMap<>();
    private long answers;
    private @Nullable Instant failingSince;
    /** Also by a run before this one. */
    private boolean mayBeTold = true;

    private boolean told;

    Hearing(BroadcastJob job, Silences silences, Clock clock) {
        this.job = job;
        this.silences = silences;
        this.clock = clock;
    }

    /**
     * @param since when the line was first cut on it
     * @param answers how many messages were answered until it was last cut
     * @param passed how often others were answered in between
     */
    private record Loss(Instant since, long answers, int passed) {}

    /** Whatever the answer. */
    synchronized void answered(Outgoing message) {
        answers++;
        losses.remove(message.id());
        failingSince = null;
        if (mayBeTold) {
            mayBeTold = false;
            told = false;
            silences.end(job);
        }
    }

    /** It lets nobody in. */
    synchronized void away(IOException reason) {
        var now = clock.instant();
        if (failingSince == null) {
            failingSince = now;
        } else if (!told && !now.isBefore(failingSince.plus(SILENT))) {
            told = true;
            mayBeTold = true;
            silences.begin(job, failingSince, Trouble.of(reason));
        }
    }

    /**
     * The line was cut on a message, and nobody knows whether it left.
     *
     * @param others whether there are messages that could be tried in its place
     */
    synchronized Ending lost(Outgoing message, IOException reason, boolean others) {
        away(reason);
        var now = clock.instant();
        var before = losses.getOrDefault(message.id(), new Loss(now, answers, 0));
        var loss = new Loss(before.since(), answers, before.passed() + (answers > before.answers() ? 1 : 0));
        boolean inVain = !now.isBefore(loss.since().plus(IN_VAIN));
        if (loss.passed() < DOUBTS && !inVain) {
            losses.put(message.id(), loss);
            return Ending.unknown(message);
        }
        losses.remove(message.id());
        return loss.passed() < DOUBTS && others
                ? Ending.heldBack(message, now.plus(ASIDE))
                : Ending.triedInVain(message, cut(reason), now);
    }

    /** Never as words of a mail server about the address: it said none. */
    private static String cut(IOException reason) {
        var trouble = Trouble.of(reason);
        return (trouble.isSaid() ? new Trouble(Kind.HUNG_UP, trouble.words()) : trouble).toString();
    }
}
