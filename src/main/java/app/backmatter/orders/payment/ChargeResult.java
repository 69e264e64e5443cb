package app.backmatter.orders.payment;

public sealed interface ChargeResult {
    /**
     * @param charge the processor's id of the charge
     * @param savedCard the processor's name for the kept card
     * @param card as a reader knows it, such as {@code Visa •••• 4242}
     */
    record Charged(String charge, String savedCard, String card) implements ChargeResult {}

    record Refused(String reason) implements ChargeResult {}

    record NeedsAuthentication(String url) implements ChargeResult {}
}
