package app.backmatter.orders.payment;

import app.backmatter.shared.Money;

/**
 * What a processor is asked to give back once.
 *
 * @param idempotencyKey at most 255 characters
 * @param charge the processor's id of the charge, as {@link ChargeResult.Charged} told it
 * @param amount the whole charge or a part of it
 */
public record RefundRequest(String idempotencyKey, String charge, Money amount) {
    public RefundRequest {
        if (amount.minorUnits() <= 0) {
            throw new IllegalArgumentException("A refund gives something back");
        }
    }
}
