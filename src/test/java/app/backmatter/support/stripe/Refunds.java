package app.backmatter.support.stripe;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Refunds: money that goes back to the card that it came from. */
final class Refunds {
    private final Ledger ledger;
    private volatile String status = "succeeded";

    Refunds(Ledger ledger) {
        this.ledger = ledger;
    }

    /** How the next ones begin. */
    void begin(String next) {
        status = next;
    }

    Told answer(Asked asked) {
        var of = asked.field("payment_intent");
        if (asked.method().equals("GET")) {
            return Told.json(Shapes.list(asked.path(), known(of)));
        }
        long amount = Long.parseLong(asked.field("amount"));
        if (isDisputed(of)) {
            return Told.invalid("charge_disputed");
        }
        if (gone(of) + amount > ledger.get(of).path("amount").asLong()) {
            return Told.invalid("charge_already_refunded");
        }
        var refund = add(ledger.get(of), amount);
        asked.group("metadata").forEach(refund.putObject("metadata")::put);
        return Told.json(refund);
    }

    ObjectNode add(ObjectNode charge, long amount) {
        return ledger.add("refund", "re_")
                .put("amount", amount)
                .put("currency", charge.path("currency").asString())
                .put("payment_intent", charge.path("id").asString())
                .put("status", status);
    }

    /** The bank has made up its mind about one that was pending. */
    void arrive(ObjectNode refund, boolean accepted) {
        if (refund.path("status").asString().equals("pending")) {
            refund.put("status", accepted ? "succeeded" : "failed");
        }
    }

    private List<ObjectNode> known(String charge) {
        return ledger.all("refund").stream()
                .filter(refund -> refund.path("payment_intent").asString("").equals(charge))
                .toList();
    }

    private long gone(String charge) {
        return known(charge).stream()
                .filter(refund -> !refund.path("status").asString().equals("failed"))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
    }

    private boolean isDisputed(String charge) {
        return ledger.all("dispute").stream()
                .anyMatch(dispute -> dispute.path("payment_intent").asString("").equals(charge)
                        && !dispute.path("status").asString().startsWith("warning"));
    }
}
