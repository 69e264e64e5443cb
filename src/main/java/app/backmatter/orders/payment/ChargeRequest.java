package app.backmatter.orders.payment;

import app.backmatter.orders.Card;
import app.backmatter.shared.Money;

/**
 * @param idempotencyKey at most 255 characters
 * @param description what stands on the reader's statement
 */
public record ChargeRequest(String idempotencyKey, Money amount, Means means, String description, String returnPath) {
    public sealed interface Means {
        /** A card just typed, to be kept for one-click offers. */
        record NewCard(Card card) implements Means {}

        /** @param reference the processor's name for the kept card */
        record SavedCard(String reference) implements Means {}
    }
}
