package app.backmatter.orders.payment;

/** How a refund went. */
public sealed interface RefundResult {
    /** @param reference the processor's id of the refund */
    record Refunded(String reference) implements RefundResult {}

    /**
     * On its way: the bank has not said yes or no.
     *
     * @param reference the processor's id of the refund
     */
    record Pending(String reference) implements RefundResult {}

    /** Nothing goes back. @param reason a message key's end, such as {@code above_charge} */
    record Refused(String reason) implements RefundResult {}
}
