package app.backmatter.mail.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the test of a broadcast's subjects goes.
 *
 * @param decidesAt when its rule says who won; absent while the sample leaves, and where the author says it
 * @param winner 0 is the first subject; absent until one won
 */
public record TrialDetails(
        TestStage stage,
        @Nullable Instant decidesAt,
        @Nullable Integer winner,
        @Nullable WonBy wonBy) {
    /** Whether its author may still say who wins. */
    public boolean isOpen() {
        return stage == TestStage.SAMPLE || stage == TestStage.WAIT;
    }
}
