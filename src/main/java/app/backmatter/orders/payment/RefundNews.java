package app.backmatter.orders.payment;

import app.backmatter.shared.Money;
import java.time.Instant;

/**
 * How a refund stands, whoever made it.
 *
 * @param charge the processor's id of the charge that it is of
 * @param reference the processor's id of the refund
 * @param idempotencyKey with which it was asked for; empty for one that was made on the processor's own site
 * @param at when it was made
 */
public record RefundNews(
        String charge, String reference, String idempotencyKey, Money amount, State state, Instant at) {
    public enum State {
        /** Whether the bank takes it is open. */
        PENDING,
        DONE,
        /** Nothing goes back, or what went came back. */
        FAILED
    }
}
