package app.backmatter.orders.payment;

import java.util.Optional;

/**
 * A card processor. Each charge carries an idempotency key: the same key with the same request answers as the first time
 * and charges once. The keys of one payment never change, so that whoever hears of it later, a job, the reader coming
 * back from the bank or a processor's own call to us, can tell by the key what to settle.
 */
public interface PaymentGateway {
    /** Who it speaks to. */
    PaymentProcessor processor();

    /** Whether the workspace in scope chose it with keys of its own, whatever the installation takes money with. */
    default boolean isOwn() {
        return false;
    }

    /** Whether it only tries things out for the workspace in scope: cards are charged, and no money moves. */
    default boolean isTest() {
        return false;
    }

    /** Where the workspace in scope has its readers type their cards. */
    CardEntry cardEntry();

    /** Whether it was asked to charge with this key. */
    boolean knows(String idempotencyKey);

    /** Whether a charge is its own. @param charge as {@link ChargeResult.Charged} told it */
    boolean made(String charge);

    /**
     * Charges a card, the reader being there or not.
     *
     * @throws GatewayTimeout when no answer came: the card may or may not have been charged
     * @throws IllegalStateException when the key was used for another request
     */
    ChargeResult charge(ChargeRequest request);

    /**
     * What became of a key: its result so far, or nothing if the processor never heard of it.
     *
     * @throws GatewayTimeout when no answer came
     */
    Optional<ChargeResult> find(String idempotencyKey);

    /**
     * Makes sure that nothing more will be charged for a key, also if a request with it is still under way, and tells
     * what it came to: refused, or charged if that was faster.
     *
     * @throws GatewayTimeout when no answer came
     */
    ChargeResult abandon(String idempotencyKey);

    /**
     * Gives money of a charge back to the card that paid it; never more than the charge, over all its refunds. What is
     * pending comes to its end by itself: {@link #findRefund} tells.
     *
     * @throws GatewayTimeout when no answer came: the money may or may not be on its way
     * @throws IllegalStateException when the key was used for another request
     */
    RefundResult refund(RefundRequest request);

    /**
     * What became of a refund: its result so far, or nothing if the processor never heard of its key.
     *
     * @throws GatewayTimeout when no answer came
     */
    Optional<RefundResult> findRefund(RefundRequest request);
}
