package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.passage.Reader;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** A processor's reason as a message key's end; one that we have no words for is told as a plain refusal. */
final class Refusal {
    static final String TOO_MANY_TRIES = "too_many_tries";
    static final String UNFINISHED = "abandoned";
    private static final String PLAIN = "card_declined";
    private static final Set<String> OF_US =
            Set.of("not_a_test_card", TOO_MANY_TRIES, "payments_off", "payments_unavailable");
    private static final Set<String> TOLD = Set.of(
            PLAIN,
            "insufficient_funds",
            "expired_card",
            "try_again",
            "authentication_refused",
            "authentication_expired",
            UNFINISHED);

    private Refusal() {}

    static String of(String reason) {
        return TOLD.contains(reason) || OF_US.contains(reason) ? reason : PLAIN;
    }

    /** The message that tells it. */
    static String problem(String reason) {
        return "orders.declined." + of(reason);
    }

    /** The checkout again, which says why. */
    static String path(Reader reader, Offer offer, String reason) {
        var address = UriComponentsBuilder.fromUriString(reader.path() + "/checkout/" + offer.id() + reader.via());
        return address.queryParam("declined", of(reason)).toUriString();
    }

    /** Whether a card was tried, rather than the try refused. */
    static boolean isOfCard(String reason) {
        return !OF_US.contains(reason);
    }
}
