package app.backmatter.orders.payment;

/** How a charge went. */
public sealed interface ChargeResult {
    /**
     * @param charge the processor's id of the charge
     * @param savedCard the processor's name for the kept card
     * @param card as a reader knows it, such as {@code Visa •••• 4242}
     * @param owner the name that was typed with the card on the processor's own page; empty where it was not
     */
    record Charged(String charge, String savedCard, String card, String owner) implements ChargeResult {}

    /** @param reason a message key's end, such as {@code insufficient_funds} */
    record Refused(String reason) implements ChargeResult {}

    /**
     * The reader must act first, on a page of the processor or the bank.
     *
     * @param url from the first slash, or whole
     */
    record NeedsAuthentication(String url) implements ChargeResult {}
}
