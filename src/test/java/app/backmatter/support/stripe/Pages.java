package app.backmatter.support.stripe;

import tools.jackson.databind.node.ObjectNode;

/** What a reader sees at Stripe and at the bank, with a button for each thing that a reader can do there. */
final class Pages {
    private final Sessions sessions;
    private final Intents intents;
    private final Ledger ledger;
    private final String returnTo;

    /** @param returnTo the address under which the application is reached, whatever it thinks that it is */
    Pages(Sessions sessions, Intents intents, Ledger ledger, String returnTo) {
        this.sessions = sessions;
        this.intents = intents;
        this.ledger = ledger;
        this.returnTo = returnTo;
    }

    Told answer(Asked asked) {
        var parts = asked.segments();
        boolean posted = asked.method().equals("POST");
        return switch (parts.getFirst()) {
            case "pay" -> posted ? pay(parts.get(1), asked.field("card")) : page(ledger.get(parts.get(1)), "");
            case "bank" -> posted ? bank(parts.get(1), asked.field("answer")) : bank();
            default -> Told.page("Nothing is here");
        };
    }

    private Told pay(String session, String card) {
        if (card.equals("declined")) {
            return page(ledger.get(session), "<p role=alert>Your card was declined.</p>");
        }
        return Told.seeOther(back(sessions.pay(session).path("success_url").asString()));
    }

    private Told page(ObjectNode session, String note) {
        if (!session.path("status").asString().equals("open")) {
            return Told.page("<h1>This page is closed</h1>");
        }
        return Told.page("""
            <h1>Pay with Stripe</h1>%s<p>%s %s</p>
            <form method=post><button name=card value=pays>Pay</button>
            <button name=card value=declined>Pay with a bad card</button></form>
            <a href="%s">Back to the shop</a>\
            """.formatted(
                        note,
                        session.path("amount_total").asLong(),
                        session.path("currency").asString(),
                        back(session.path("cancel_url").asString())));
    }

    private Told bank() {
        return Told.page("""
            <h1>Your bank</h1>
            <form method=post><button name=answer value=yes>Approve</button>
            <button name=answer value=no>Refuse</button></form>\
            """);
    }

    private Told bank(String intent, String answer) {
        return Told.seeOther(back(intents.atTheBank(intent, answer.equals("yes"))));
    }

    private String back(String address) {
        return address.replaceFirst("^https?://[^/]+", returnTo);
    }
}
