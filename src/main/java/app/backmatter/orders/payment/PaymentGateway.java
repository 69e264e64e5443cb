package app.backmatter.orders.payment;

import java.util.Optional;

/**
 * A card processor. Each call carries an idempotency key: the same key with the same request answers as the first time
 * and charges once.
 */
public interface PaymentGateway {
    /**
     * Charges a card.
     *
     * @throws GatewayTimeout when no answer came: the card may or may not have been charged
     */
    ChargeResult charge(ChargeRequest request);

    /** What became of a key: its result, or nothing if the processor never heard of it. */
    Optional<ChargeResult> find(String idempotencyKey);
}
