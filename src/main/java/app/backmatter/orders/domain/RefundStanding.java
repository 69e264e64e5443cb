package app.backmatter.orders.domain;

import java.time.Instant;

/** How far a refund has come. */
sealed interface RefundStanding {
    /** The processor is being asked, or was when we were interrupted. */
    record Asked() implements RefundStanding {}

    /** @param reference the processor's id of the refund */
    record Pending(String reference) implements RefundStanding {}

    /** @param reference the processor's id of the refund */
    record Refunded(String reference, Instant at) implements RefundStanding {}

    /** @param reason a message key's end */
    record Refused(String reason, Instant at) implements RefundStanding {}

    default boolean isOpen() {
        return this instanceof Asked || this instanceof Pending;
    }
}
