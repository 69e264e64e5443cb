package app.backmatter.orders.payment;

/** What a processor tells by itself, in the workspace in scope. Each may be told any number of times, in any order. */
public interface PaymentNews {
    /**
     * Something happened to a payment: the processor is asked what.
     *
     * @param idempotencyKey with which it was asked for
     * @return whether the payment is settled now
     */
    boolean heard(String idempotencyKey);

    /** How a refund stands. @return whether that is recorded; else it is to be told again later */
    boolean refunded(RefundNews refund);

    /** How a dispute stands. @return whether its charge is known; else it is to be told again later */
    boolean disputed(DisputeNews dispute);
}
