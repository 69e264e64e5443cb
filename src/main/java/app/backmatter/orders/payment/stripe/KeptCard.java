package app.backmatter.orders.payment.stripe;

import java.util.Optional;

/** A card that Stripe keeps: whose it is and which, written as one text. */
record KeptCard(String customer, String method) {
    /** Empty for a card that another processor keeps. */
    static Optional<KeptCard> of(String reference) {
        var parts = reference.split(" ");
        return parts.length == 2 && parts[0].startsWith("cus_")
                ? Optional.of(new KeptCard(parts[0], parts[1]))
                : Optional.empty();
    }

    String reference() {
        return customer + " " + method;
    }
}
