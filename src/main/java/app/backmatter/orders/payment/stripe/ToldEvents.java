package app.backmatter.orders.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.EventCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to one account, as Stripe lists it for some weeks. */
final class ToldEvents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StripeApi stripe;
    private final StripeAccount account;

    ToldEvents(StripeApi stripe, StripeAccount account) {
        this.stripe = stripe;
        this.account = account;
    }

    /** Each as JSON, the latest first. */
    List<String> since(Instant moment) throws StripeException {
        var found = new ArrayList<String>();
        var asked = new HashMap<String, Object>(Map.of(
                "types", StripeEventKind.TO_TICK, "created", Map.of("gte", moment.getEpochSecond()), "limit", 100));
        boolean more = true;
        while (more) {
            EventCollection page = stripe.get(account, "/v1/events", asked, EventCollection.class);
            events(page).forEach(event -> found.add(event.toString()));
            more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
            if (more) {
                asked.put("starting_after", page.getData().getLast().getId());
            }
        }
        return found;
    }

    private static Iterable<JsonNode> events(EventCollection page) {
        return JSON.readTree(page.getLastResponse().body()).path("data");
    }
}
