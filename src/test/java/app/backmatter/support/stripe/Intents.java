package app.backmatter.support.stripe;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents: charges to cards. */
final class Intents {
    private final Ledger ledger;
    private final String base;
    private volatile CardBehaviour keptCard = CardBehaviour.PAYS;

    Intents(Ledger ledger, String base) {
        this.ledger = ledger;
        this.base = base;
    }

    void keptCard(CardBehaviour behaviour) {
        keptCard = behaviour;
    }

    Told answer(Asked asked) {
        var parts = asked.segments();
        if (parts.size() == 2) {
            return asked.method().equals("POST") ? create(asked) : list(asked);
        }
        var intent = ledger.get(parts.get(2));
        return switch (parts.size() == 3 ? "" : parts.get(3)) {
            case "cancel" -> cancel(intent);
            case "confirm" -> confirm(intent, asked.field("return_url"));
            default -> Told.json(withCard(intent));
        };
    }

    /** The one of a page that was paid. */
    ObjectNode ofPage(long amount, String currency, Map<String, String> metadata, boolean held) {
        var intent = opened(amount, currency, metadata, "cus_" + Ledger.number());
        var card = ledger.add("payment_method", "pm_");
        card.put("customer", intent.path("customer").asString());
        intent.put("payment_method", card.path("id").asString()).put("setup_future_usage", "off_session");
        return granted(intent.put("capture_method", held ? "manual" : "automatic"));
    }

    /** What the bank's page says of the one that waits there; answers where its customer goes next. */
    String atTheBank(String id, boolean approved) {
        var intent = ledger.get(id);
        var back = intent.path("next_action")
                .path("redirect_to_url")
                .path("return_url")
                .asString();
        if (intent.path("status").asString().equals("requires_action")) {
            intent.putNull("next_action");
            if (approved) {
                granted(intent);
            } else {
                intent.put("status", "requires_payment_method");
                intent.set("last_payment_error", declined("payment_intent_authentication_failure", ""));
            }
        }
        return back;
    }

    ObjectNode withCard(ObjectNode intent) {
        var shown = intent.deepCopy();
        var card = intent.path("payment_method").asString("");
        if (ledger.has(card)) {
            shown.set("payment_method", ledger.get(card));
        }
        return shown;
    }

    private Told list(Asked asked) {
        return Told.json(Shapes.list(
                asked.path(),
                ledger.all("payment_intent").stream()
                        .filter(intent -> intent.path("customer").asString("").equals(asked.field("customer")))
                        .toList()));
    }

    private Told create(Asked asked) {
        var intent = opened(
                Long.parseLong(asked.field("amount")),
                asked.field("currency"),
                asked.group("metadata"),
                asked.field("customer"));
        if (asked.field("payment_method").isEmpty()) {
            return Told.json(intent);
        }
        intent.put("payment_method", asked.field("payment_method"));
        intent.put("capture_method", asked.field("capture_method"));
        return switch (keptCard) {
            case PAYS -> Told.json(granted(intent));
            case DECLINED -> refuse(intent, "card_declined", "insufficient_funds");
            case ASKS -> refuse(intent, "authentication_required", "authentication_required");
        };
    }

    private Told refuse(ObjectNode intent, String code, String declineCode) {
        intent.put("status", "requires_payment_method").putNull("payment_method");
        intent.set("last_payment_error", declined(code, declineCode));
        var answer = Shapes.empty();
        var error = answer.putObject("error");
        error.setAll((ObjectNode) intent.path("last_payment_error"));
        error.set("payment_intent", intent.deepCopy());
        return Told.json(402, answer);
    }

    private Told confirm(ObjectNode intent, String back) {
        if (!intent.path("status").asString().equals("requires_payment_method")) {
            return Told.invalid("payment_intent_unexpected_state");
        }
        intent.put("status", "requires_action").put("payment_method", anyCard());
        intent.putNull("last_payment_error");
        intent.putObject("next_action")
                .put("type", "redirect_to_url")
                .putObject("redirect_to_url")
                .put("url", base + "/bank/" + intent.path("id").asString())
                .put("return_url", back);
        return Told.json(intent);
    }

    private Told cancel(ObjectNode intent) {
        var status = intent.path("status").asString();
        if (status.equals("succeeded") || status.equals("canceled")) {
            return Told.invalid("payment_intent_unexpected_state");
        }
        return Told.json(intent.put("status", "canceled").put("cancellation_reason", "requested_by_customer"));
    }

    private ObjectNode opened(long amount, String currency, Map<String, String> metadata, String customer) {
        var intent = ledger.add("payment_intent", "pi_");
        intent.put("amount", amount).put("currency", currency).put("customer", customer);
        metadata.forEach(intent.putObject("metadata")::put);
        return intent;
    }

    /** The card says yes: its money is taken, or held until somebody takes it. */
    private static ObjectNode granted(ObjectNode intent) {
        return intent.path("capture_method").asString().equals("manual")
                ? intent.put("status", "requires_capture")
                : paid(intent);
    }

    private static ObjectNode paid(ObjectNode intent) {
        return intent.put("status", "succeeded")
                .put("amount_received", intent.path("amount").asLong())
                .put("latest_charge", "ch_" + Ledger.number());
    }

    private String anyCard() {
        return ledger.all("payment_method").getFirst().path("id").asString();
    }

    private static ObjectNode declined(String code, String declineCode) {
        var error = (ObjectNode) Shapes.of("card_error").path("error");
        error.put("code", code);
        return declineCode.isEmpty() ? error.putNull("decline_code") : error.put("decline_code", declineCode);
    }
}
