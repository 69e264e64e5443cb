package app.backmatter.support.stripe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Answers each request as Stripe does: by its path, and what was asked with a known idempotency key as the first time. */
final class Desk {
    private final Ledger ledger = new Ledger();
    private final Map<String, Asked> firstAsked = new HashMap<>();
    private final Map<String, Told> firstTold = new HashMap<>();
    private final Intents intents;
    private final Sessions sessions;
    private final Pages pages;
    private final Taxes taxes = new Taxes();
    private final Refunds refunds = new Refunds(ledger);
    private List<ObjectNode> webhooks = List.of();

    Desk(String base, String returnTo) {
        intents = new Intents(ledger, base);
        sessions = new Sessions(ledger, intents, base);
        pages = new Pages(sessions, intents, ledger, returnTo);
    }

    synchronized Told answer(Asked asked) {
        if (!asked.path().startsWith("/v1/")) {
            return pages.answer(asked);
        }
        if (!asked.secret().matches("(sk|rk)_(test|live)_[a-z]*known[a-zA-Z0-9]*")) {
            return Told.refused(401, "invalid_request_error", "", "Invalid API Key provided: sk_test_****");
        }
        return asked.key().isEmpty() ? fresh(asked) : once(asked);
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

    private Told once(Asked asked) {
        var first = firstAsked.get(asked.key());
        if (first != null && !(first.path() + first.fields()).equals(asked.path() + asked.fields())) {
            return Told.refused(400, "idempotency_error", "", "Keys can only be used with the same parameters.");
        }
        firstAsked.put(asked.key(), asked);
        return firstTold.computeIfAbsent(asked.key(), key -> fresh(asked));
    }

    private Told fresh(Asked asked) {
        return switch (asked.segments().get(1)) {
            case "checkout" -> sessions.answer(asked);
            case "payment_intents" -> intents.answer(asked);
            case "refunds" -> refunds.answer(asked);
            case "account" -> Told.json(Shapes.of("account"));
            case "webhook_endpoints" -> Told.json(Shapes.list(asked.path(), webhooks));
            case "events" -> Told.json(Shapes.list(asked.path(), ledger.all("event")));
            case "tax" -> taxes.answer(asked);
            case "disputes" -> Told.json(ledger.get(asked.segments().get(2)));
            default -> Told.refused(404, "invalid_request_error", "", "Unrecognized request URL");
        };
    }
}
