package app.backmatter.support.stripe;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions: pages on which to pay. */
final class Sessions {
    /** How long a page must be there at least. */
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private final Ledger ledger;
    private final Intents intents;
    private final String base;

    Sessions(Ledger ledger, Intents intents, String base) {
        this.ledger = ledger;
        this.intents = intents;
        this.base = base;
    }

    Told answer(Asked asked) {
        var parts = asked.segments();
        if (parts.size() == 3) {
            return asked.method().equals("POST")
                    ? create(asked)
                    : Told.json(Shapes.list(asked.path(), ledger.all("checkout.session")));
        }
        var session = ledger.get(parts.get(3));
        return parts.size() == 4 ? Told.json(withIntent(session)) : expire(session);
    }

    /** The reader pays on the page, if it is still open. */
    ObjectNode pay(String id) {
        var session = ledger.get(id);
        if (isOpen(session)) {
            var intent = intents.ofPage(
                    session.path("amount_total").asLong(),
                    session.path("currency").asString(),
                    metadata(session),
                    session.path("held").asBoolean(false));
            session.put("status", "complete")
                    .put("payment_status", "paid")
                    .put("customer", intent.path("customer").asString())
                    .put("payment_intent", intent.path("id").asString())
                    .putNull("url");
        }
        return session;
    }

    Told expire(ObjectNode session) {
        return isOpen(session)
                ? Told.json(session.put("status", "expired").putNull("url"))
                : Told.invalid("resource_not_open");
    }

    /** Closes the pages whose time is over. */
    void closeDue() {
        ledger.all("checkout.session").stream()
                .filter(session -> session.path("expires_at").asLong() <= now())
                .forEach(this::expire);
    }

    private Told create(Asked asked) {
        if (Long.parseLong(asked.field("expires_at")) < now() + SHORTEST.toSeconds()) {
            return Told.invalid("parameter_invalid_integer");
        }
        var session = ledger.add("checkout_session", "cs_test_");
        metadata(asked, session);
        session.put("amount_total", total(asked))
                .put("currency", asked.field("line_items[0][price_data][currency]"))
                .put("customer_email", asked.field("customer_email"))
                .put("expires_at", Long.parseLong(asked.field("expires_at")))
                .put("success_url", asked.field("success_url"))
                .put("cancel_url", asked.field("cancel_url"))
                .put("held", asked.field("payment_intent_data[capture_method]").equals("manual"))
                .put("url", base + "/pay/" + session.path("id").asString());
        return Told.json(session);
    }

    private long now() {
        return ledger.now().getEpochSecond();
    }

    private static void metadata(Asked asked, ObjectNode session) {
        asked.group("metadata").forEach(session.putObject("metadata")::put);
    }

    private static Map<String, String> metadata(ObjectNode session) {
        var found = new java.util.TreeMap<String, String>();
        session.path("metadata")
                .properties()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().asString()));
        return found;
    }

    private static long total(Asked asked) {
        return asked.fields().entrySet().stream()
                .filter(field -> field.getKey().endsWith("[unit_amount]"))
                .mapToLong(field -> Long.parseLong(field.getValue()))
                .sum();
    }

    private ObjectNode withIntent(ObjectNode session) {
        var shown = session.deepCopy();
        var intent = session.path("payment_intent").asString("");
        if (ledger.has(intent)) {
            shown.set("payment_intent", intents.withCard(ledger.get(intent)));
        }
        return shown;
    }

    private static boolean isOpen(ObjectNode session) {
        return session.path("status").asString().equals("open");
    }
}
