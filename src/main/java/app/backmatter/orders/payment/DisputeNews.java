package app.backmatter.orders.payment;

import app.backmatter.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute stands: a buyer has told the bank that a charge was wrong, and the bank wants its money back.
 *
 * @param charge the processor's id of the charge; empty for one that was made in a way that nothing is sold here
 * @param reference the processor's id of the dispute
 * @param reason a message key's end
 * @param answerBy until when the author may say something to it, with the processor; null where there is nothing to say
 */
public record DisputeNews(
        String charge,
        String reference,
        Money amount,
        String reason,
        State state,
        Instant openedAt,
        @Nullable Instant answerBy) {
    public enum State {
        /** The bank asks, and holds no money so far. */
        INQUIRY,
        /** The bank holds the money. */
        OPEN,
        /** The money stays with the author. */
        WON,
        /** It is the buyer's again. */
        LOST;

        /** Whether it is no older than what is known: a bank goes from asking to holding to deciding, and not back. */
        public boolean mayFollow(State known) {
            return isClosed() || compareTo(known) >= 0;
        }

        public boolean isClosed() {
            return this == WON || this == LOST;
        }
    }
}
