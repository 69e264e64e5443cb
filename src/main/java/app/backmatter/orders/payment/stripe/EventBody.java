package app.backmatter.orders.payment.stripe;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is read from one of Stripe's events: what it is about, and nothing of how that stands.
 *
 * @param payment our name of the payment; empty for what was not sold here
 * @param object Stripe's id of what it is about
 * @param charge Stripe's id of the charge that this belongs to; empty where there is none, or it is one itself
 */
record EventBody(String id, String type, String payment, String object, String charge) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty when it is no event. */
    static Optional<EventBody> of(String json) {
        try {
            return Optional.of(of(JSON.readTree(json))).filter(body -> !body.id.isEmpty() && !body.type.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static EventBody of(JsonNode event) {
        var about = event.path("data").path("object");
        return new EventBody(
                text(event.path("id")),
                text(event.path("type")),
                text(about.path("metadata").path(StripeRequests.PAYMENT)),
                text(about.path("id")),
                text(about.path("payment_intent")));
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }
}
