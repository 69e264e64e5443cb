package app.backmatter.support.stripe;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One account at Stripe, without a server: what it answers, what its customers do on its pages, and what it has to tell of
 * that by itself. Its time is the clock's.
 */
public final class StripeModel {
    private final Desk desk;
    private final Map<String, String> states = new HashMap<>();
    private final Queue<ObjectNode> news = new ArrayDeque<>();

    /** @param base where its pages are: whole, without a slash at its end */
    public StripeModel(String base, Clock clock) {
        desk = new Desk(base, base, clock);
    }

    public Told answer(Asked asked) {
        return done(() -> desk.answer(asked));
    }

    /** @see Desk#breakDown */
    public Told breakDown(Asked asked, boolean work) {
        return done(() -> desk.breakDown(asked, work));
    }

    /** The customer pays on a page, if it is still there. */
    public void payAt(String page) {
        done(() -> desk.sessions().pay(id(page)));
    }

    /** The customer tries a card on a page that does not pay. */
    public void declineAt(String page) {
        done(() -> {
            var session = desk.ledger().get(id(page));
            if (session.path("status").asString().equals("open")) {
                tell("payment_intent.payment_failed", session);
            }
            return session;
        });
    }

    public void atTheBank(String page, boolean approved) {
        done(() -> desk.intents().atTheBank(id(page), approved));
    }

    public void keptCard(CardBehaviour behaviour) {
        desk.intents().keptCard(behaviour);
    }

    /** Whether banks take their time with refunds that are asked for from now on. */
    public void slowRefunds(boolean slow) {
        desk.refunds().begin(slow ? "pending" : "succeeded");
    }

    public void arrive(ObjectNode refund, boolean accepted) {
        done(() -> {
            desk.refunds().arrive(refund, accepted);
            return refund;
        });
    }

    /** What took money. */
    public synchronized List<ObjectNode> charges() {
        return desk.ledger().all("payment_intent").stream()
                .filter(intent -> intent.path("status").asString().equals("succeeded"))
                .toList();
    }

    /** All that was asked for, whatever came of it. */
    public synchronized List<ObjectNode> refunds() {
        return desk.ledger().all("refund");
    }

    /** What happened since it was asked last, as calls to whom it concerns. */
    public synchronized List<ObjectNode> news() {
        desk.sessions().closeDue();
        look();
        var told = new ArrayList<>(news);
        news.clear();
        return told;
    }

    private synchronized <T> T done(Supplier<T> work) {
        desk.sessions().closeDue();
        var result = work.get();
        look();
        return result;
    }

    /** Tells of all that stands otherwise than at the last look. */
    private void look() {
        Stream.of("checkout.session", "payment_intent")
                .flatMap(kind -> desk.ledger().all(kind).reversed().stream())
                .forEach(this::look);
    }

    private void look(ObjectNode object) {
        var now = object.path("status").asString();
        if (!now.equals(states.put(object.path("id").asString(), now))) {
            switch (object.path("object").asString() + " " + now) {
                case "checkout.session complete" -> tell("checkout.session.completed", object);
                case "checkout.session expired" -> tell("checkout.session.expired", object);
                case "payment_intent succeeded" -> tell("payment_intent.succeeded", object);
                default -> {}
            }
            if (now.equals("requires_payment_method")
                    && object.path("last_payment_error").isObject()) {
                tell("payment_intent.payment_failed", object);
            }
        }
    }

    private void tell(String type, ObjectNode about) {
        var event = desk.ledger().add("event", "evt_").put("type", type);
        event.putObject("data").set("object", about.deepCopy());
        news.add(event);
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }
}
