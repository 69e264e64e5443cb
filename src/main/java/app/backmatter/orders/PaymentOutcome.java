package app.backmatter.orders;

import java.util.UUID;

/** How an attempt to pay went. */
public sealed interface PaymentOutcome {
    OrderId order();

    record Paid(OrderId order) implements PaymentOutcome {}

    /** @param reason a message key's end: card_declined, insufficient_funds, authentication_refused … */
    record Declined(OrderId order, String reason) implements PaymentOutcome {
        /** Says to the reader why, and what to do. */
        public String messageKey() {
            return "orders.declined." + reason;
        }
    }

    /**
     * The card would have paid, but the buyer owns it already: nothing was taken, and the way to it was mailed to the
     * buyer's address. Who only typed that address must not be told why.
     */
    record Released(OrderId order) implements PaymentOutcome {}

    /** @param url the bank's page, where the reader must go now: from the first slash, or whole */
    record AuthenticationRequired(OrderId order, String url) implements PaymentOutcome {}

    /** The processor did not answer in time; it will be asked until it tells. Nothing may be charged again meanwhile. */
    record Unsettled(OrderId order, UUID attempt) implements PaymentOutcome {}
}
