package app.backmatter.funnels.web;

import java.util.Set;

/** A processor's reason as a message key's end; one that we have no words for is told as a plain refusal. */
final class Refusal {
    private static final String PLAIN = "card_declined";
    private static final Set<String> TOLD = Set.of(
            PLAIN,
            "insufficient_funds",
            "authentication_refused",
            "authentication_expired",
            "abandoned",
            "not_a_test_card",
            "too_many_tries",
            "payments_off");

    private Refusal() {}

    static String of(String reason) {
        return TOLD.contains(reason) ? reason : PLAIN;
    }
}
