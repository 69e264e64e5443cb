package app.backmatter.support.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers each request as Stripe does: by its path, and what was asked with a known idempotency key as the first time. A key
 * is forgotten after a day.
 */
final class Desk {
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Ledger ledger;
    private final Map<String, Answered> answered = new HashMap<>();
    private final Intents intents;
    private final Sessions sessions;
    private final Refunds refunds;
    private final Pages pages;
    private final Taxes taxes = new Taxes();
    private List<ObjectNode> webhooks = List.of();

    /** What was told to the first who asked with a key. */
    private record Answered(Asked asked, Told told, Instant at) {
        boolean isTo(Asked other) {
            return asked.path().equals(other.path()) && asked.fields().equals(other.fields());
        }
    }

    Desk(String base, String returnTo, Clock clock) {
        ledger = new Ledger(clock);
        intents = new Intents(ledger, base);
        sessions = new Sessions(ledger, intents, base);
        refunds = new Refunds(ledger);
        pages = new Pages(sessions, intents, ledger, returnTo);
    }

    synchronized Told answer(Asked asked) {
        sessions.closeDue();
        if (!asked.path().startsWith("/v1/")) {
            return pages.answer(asked);
        }
        if (!asked.secret().matches("(sk|rk)_(test|live)_[a-z]*known[a-zA-Z0-9]*")) {
            return Told.refused(401, "invalid_request_error", "", "Invalid API Key provided: sk_test_****");
        }
        return asked.key().isEmpty() ? fresh(asked) : once(asked, () -> fresh(asked));
    }

    /**
     * Breaks down over a request that writes: its key is answered with that from now on.
     *
     * @param done whether it was done before
     */
    synchronized Told breakDown(Asked asked, boolean done) {
        return once(asked, () -> {
            if (done) {
                fresh(asked);
            }
            return Told.refused(500, "api_error", "", "Something went wrong");
        });
    }

    synchronized Ledger ledger() {
        return ledger;
    }

    synchronized Intents intents() {
        return intents;
    }

    synchronized Sessions sessions() {
        return sessions;
    }

    synchronized Taxes taxes() {
        return taxes;
    }

    synchronized Refunds refunds() {
        return refunds;
    }

    synchronized void webhooks(List<ObjectNode> endpoints) {
        webhooks = endpoints;
    }

    private Told once(Asked asked, Supplier<Told> work) {
        var first = remembered(asked.key());
        if (first == null) {
            var told = work.get();
            answered.put(asked.key(), new Answered(asked, told, ledger.now()));
            return told;
        }
        return first.isTo(asked)
                ? first.told()
                : Told.refused(400, "idempotency_error", "", "Keys can only be used with the same parameters.");
    }

    private @Nullable Answered remembered(String key) {
        var first = answered.get(key);
        return first == null || ledger.now().isAfter(first.at().plus(MEMORY)) ? null : first;
    }

    private Told fresh(Asked asked) {
        return switch (asked.segments().get(1)) {
            case "checkout" -> sessions.answer(asked);
            case "payment_intents" -> intents.answer(asked);
            case "refunds" -> refunds.answer(asked);
            case "account" -> Told.json(Shapes.of("account"));
            case "webhook_endpoints" -> Told.json(Shapes.list(asked.path(), webhooks));
            case "events" -> Told.json(Shapes.list(asked.path(), events(asked)));
            case "tax" -> taxes.answer(asked);
            case "disputes" -> Told.json(ledger.get(asked.segments().get(2)));
            default -> Told.refused(404, "invalid_request_error", "", "Unrecognized request URL");
        };
    }

    private List<ObjectNode> events(Asked asked) {
        long since = Long.parseLong(asked.fields().getOrDefault("created[gte]", "0"));
        return ledger.all("event").stream()
                .filter(event -> event.path("created").asLong() >= since)
                .toList();
    }
}
