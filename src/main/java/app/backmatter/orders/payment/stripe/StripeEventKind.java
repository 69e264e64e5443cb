package app.backmatter.orders.payment.stripe;

import java.util.List;

/** What Stripe is asked to call us about. */
public final class StripeEventKind {
    /** Kinds that begin so are about disputes. */
    static final String DISPUTE = "charge.dispute.";

    /** A try at a card that did not pay. */
    static final String FAILED = "payment_intent.payment_failed";

    /** In the order in which Stripe lists them. */
    public static final List<String> TO_TICK = List.of(
            "charge.dispute.closed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "checkout.session.completed",
            "checkout.session.expired",
            FAILED,
            "payment_intent.succeeded");

    private StripeEventKind() {}
}
