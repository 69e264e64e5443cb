package app.backmatter.orders.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.AttemptConflict;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One try to get an amount from a card. A declined attempt that is tried anew gets another one.
 *
 * @param id also the idempotency key that the processor gets
 * @param attempt what the reader means to do once
 * @param isPresent whether somebody else than the buyer is to have what it is for
 * @param tryNumber counts the tries of the attempt from one
 */
record Payment(
        UUID id,
        UUID attempt,
        int tryNumber,
        String bodyHash,
        List<LineItem> lines,
        Money amount,
        boolean isPresent,
        Instant startedAt,
        Standing standing) {
    static Payment start(UUID attempt, int tryNumber, PaymentBody body, Instant now) {
        return new Payment(
                Ids.next(),
                attempt,
                tryNumber,
                body.hash(),
                body.lines(),
                body.amount(),
                body.present() != null,
                now,
                new Standing.Started());
    }

    String idempotencyKey() {
        return id.toString();
    }

    boolean isCharged() {
        return standing instanceof Standing.Charged;
    }

    /** By a card or its bank: what its reader left unfinished was not. */
    boolean wasDeclinedAfter(Instant moment) {
        return standing instanceof Standing.Declined declined
                && !wasAbandoned()
                && declined.at().isAfter(moment);
    }

    boolean wasAbandoned() {
        return standing instanceof Standing.Declined declined
                && declined.reason().equals(ChargeRequest.ABANDONED);
    }

    boolean isOpen() {
        return standing.isOpen();
    }

    /** By a coupon, which has its use back should the payment come to nothing. */
    boolean isReduced() {
        return lines.stream().anyMatch(line -> !line.discount().isZero());
    }

    List<ProductId> products() {
        return lines.stream().map(LineItem::product).toList();
    }

    boolean isFor(PaymentBody body) {
        return bodyHash.equals(body.hash());
    }

    /** @throws AttemptConflict when the attempt was for something else */
    Payment requireFor(PaymentBody body) {
        if (!isFor(body)) {
            throw new AttemptConflict("Attempt " + attempt + " is known with another body");
        }
        return this;
    }

    /** The same payment after the processor's answer. What is settled stays as it is. */
    Payment after(ChargeResult result, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("Payment " + id + " is settled");
        }
        return with(
                switch (result) {
                    case ChargeResult.Charged charged -> new Standing.Charged(charged.charge(), now);
                    case ChargeResult.Refused refused -> new Standing.Declined(refused.reason(), now);
                    case ChargeResult.NeedsAuthentication needed -> new Standing.NeedsAuthentication(needed.url());
                });
    }

    /** From when on a silent processor is to be asked what became of it; the less often, the longer a reader is away. */
    Instant askAt(Instant now) {
        var halfItsAge = Duration.between(startedAt, now).dividedBy(2);
        var pause = standing instanceof Standing.Started ? Duration.ofSeconds(8) : Duration.ofMinutes(1);
        return now.plus(halfItsAge.compareTo(pause) > 0 ? halfItsAge : pause);
    }

    private Payment with(Standing next) {
        return new Payment(id, attempt, tryNumber, bodyHash, lines, amount, isPresent, startedAt, next);
    }
}
