package app.backmatter.orders.payment.stripe;

import java.util.List;

/** What Stripe is asked to call us about. */
public final class StripeEventKind {
    /** Kinds that begin so are about disputes. */
    private static final String DISPUTE = "charge.dispute.";

    /** Kinds that begin so are about refunds, beside one that is about a charge that has some. */
    private static final String REFUND = "refund.";

    private static final String REFUNDED = "charge.refunded";

    /** A try at a card that did not pay. */
    static final String FAILED = "payment_intent.payment_failed";

    /** In the order in which Stripe lists them. */
    public static final List<String> TO_TICK = List.of(
            "charge.dispute.closed",
            "charge.dispute.created",
            "charge.dispute.updated",
            REFUNDED,
            "checkout.session.completed",
            "checkout.session.expired",
            FAILED,
            "payment_intent.succeeded",
            "refund.created",
            "refund.failed",
            "refund.updated");

    private StripeEventKind() {}

    static boolean isOfRefund(String type) {
        return type.startsWith(REFUND) || type.equals(REFUNDED);
    }

    static boolean isOfDispute(String type) {
        return type.startsWith(DISPUTE);
    }
}
