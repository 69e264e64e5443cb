package app.backmatter.orders.domain;

import app.backmatter.orders.payment.RefundResult;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Money that goes back from one payment.
 *
 * @param id also the idempotency key that the processor gets
 * @param terms of what the author asked for; it may concern several payments, each of which gets a refund of its own
 * @param giver of what nobody asked for here, too
 */
record Refund(
        UUID id,
        UUID payment,
        List<Part> parts,
        Money amount,
        RefundWish.Terms terms,
        Giver giver,
        Instant askedAt,
        RefundStanding standing) {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(8);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /**
     * What goes back of one line.
     *
     * @param tax what of the amount was tax
     * @param own what of the amount was earned, in the workspace's own currency
     */
    record Part(UUID line, Money amount, Money tax, Money own) {}

    /** Who gave the money back. */
    enum Giver {
        AUTHOR,
        /** The author, or somebody else whom the processor lets, on the processor's own site. */
        PROCESSOR,
        /** The reader's bank took it, at the end of a dispute. */
        BANK
    }

    static Refund ask(UUID payment, List<Part> parts, RefundWish.Terms terms, Giver giver, Instant now) {
        var amount = parts.stream().map(Part::amount).reduce(Money::plus).orElseThrow();
        return new Refund(
                Ids.next(), payment, List.copyOf(parts), amount, terms, giver, now, new RefundStanding.Asked());
    }

    String idempotencyKey() {
        return id.toString();
    }

    boolean isOf(UUID attempt) {
        return terms.attempt().equals(attempt);
    }

    boolean isOpen() {
        return standing.isOpen();
    }

    boolean isDone() {
        return standing instanceof RefundStanding.Refunded;
    }

    /** Whether its money is gone from the payment, or on its way. */
    boolean counts() {
        return !(standing instanceof RefundStanding.Refused);
    }

    /** The same refund after the processor's answer. What is settled stays as it is. */
    Refund after(RefundResult result, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("Refund " + id + " is settled");
        }
        return with(
                switch (result) {
                    case RefundResult.Refunded(String reference) -> new RefundStanding.Refunded(reference, now);
                    case RefundResult.Pending(String reference) -> new RefundStanding.Pending(reference);
                    case RefundResult.Refused(String reason) -> new RefundStanding.Refused(reason, now);
                });
    }

    /** The same refund after it turned out that its money stays with the author after all. */
    Refund undone(String reason, Instant now) {
        if (!isDone()) {
            throw new IllegalStateException("Refund " + id + " gave nothing back");
        }
        return with(new RefundStanding.Refused(reason, now));
    }

    /** From when on a processor is to be asked what became of it: at first soon, later ever more seldom, for banks take days. */
    Instant askAt(Instant now) {
        if (standing instanceof RefundStanding.Asked) {
            return now.plus(FIRST_LOOK);
        }
        var wait = Duration.between(askedAt, now).dividedBy(10);
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            return now.plus(SHORTEST_WAIT);
        }
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private Refund with(RefundStanding next) {
        return new Refund(id, payment, parts, amount, terms, giver, askedAt, next);
    }
}
