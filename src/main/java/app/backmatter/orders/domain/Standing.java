package app.backmatter.orders.domain;

import java.time.Instant;

/** How far a payment has come. */
sealed interface Standing {
    /** The processor is being asked, or was when we were interrupted. */
    record Started() implements Standing {}

    record NeedsAuthentication(String url) implements Standing {}

    /** @param reference the processor's id of the charge */
    record Charged(String reference, Instant at) implements Standing {}

    record Declined(String reason, Instant at) implements Standing {}

    default boolean isOpen() {
        return this instanceof Started || this instanceof NeedsAuthentication;
    }
}
