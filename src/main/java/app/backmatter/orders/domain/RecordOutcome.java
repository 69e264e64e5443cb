package app.backmatter.orders.domain;

import app.backmatter.audience.Audience;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.mail.Sequences;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.PaymentDeclined;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.orders.copies.OrderCopies;
import app.backmatter.orders.coupon.CouponUses;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.present.Presents;
import app.backmatter.orders.receipt.StampReceipt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records what the processor answered, with all that follows from it, in one transaction: what was bought is given, the
 * buyer tagged, the pitch stopped, the receipt queued. Whoever comes second with the same answer changes nothing.
 */
@Component
class RecordOutcome {
    private final OrderRows rows;
    private final OrderWrites writes;
    private final CouponUses coupons;
    private final StampReceipt stampReceipt;
    private final Audience audience;
    private final Sequences sequences;
    private final Outbox outbox;
    private final OrderCopies copies;
    private final Presents presents;
    private final TellPurchase tellPurchase;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecordOutcome(
            OrderRows rows,
            OrderWrites writes,
            CouponUses coupons,
            StampReceipt stampReceipt,
            Audience audience,
            Sequences sequences,
            Outbox outbox,
            OrderCopies copies,
            Presents presents,
            TellPurchase tellPurchase,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.coupons = coupons;
        this.stampReceipt = stampReceipt;
        this.audience = audience;
        this.sequences = sequences;
        this.outbox = outbox;
        this.copies = copies;
        this.presents = presents;
        this.tellPurchase = tellPurchase;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The payment as it stands afterwards. */
    Payment record(Order order, Payment payment, ChargeResult result) {
        var now = clock.instant();
        var next = payment.after(result, now);
        boolean recorded = transaction.execute(status -> writes.update(next, now) && follow(order, next, result, now));
        return recorded ? next : rows.findByPayment(payment.id()).orElseThrow().payment(payment.id());
    }

    private boolean follow(Order order, Payment payment, ChargeResult result, Instant now) {
        if (result instanceof ChargeResult.Refused && payment.isReduced()) {
            coupons.giveBack(payment.id());
        }
        switch (result) {
            case ChargeResult.Charged charged -> charged(order, payment, charged, now);
            case ChargeResult.Refused(String reason)
            when reason.equals(ChargeRequest.RELEASED) ->
                outbox.queue(List.of(AlreadyYoursLetter.of(WorkspaceScope.current(), order, payment, now)));
            // its reader left: no card was asked
            case ChargeResult.Refused(String reason) when reason.equals(ChargeRequest.ABANDONED) -> {}
            case ChargeResult.Refused refused -> events.publishEvent(declined(order, payment, refused.reason(), now));
            case ChargeResult.NeedsAuthentication _ -> {}
        }
        return true;
    }

    private void charged(Order order, Payment payment, ChargeResult.Charged charge, Instant now) {
        boolean first = order.paid().isEmpty();
        order.settled(payment, charge.card(), charge.savedCard());
        var contact = order.buyer().contact();
        audience.tag(contact, "buyer", now);
        audience.note(contact, "order", names(payment.lines()), now);
        tellPurchase.of(order.id());
        sequences.stopPitch(contact, products(payment.lines()), now);
        if (first) {
            outbox.queue(List.of(ReceiptLetter.of(WorkspaceScope.current(), order, now)));
        }
        if (payment.isPresent()) {
            presents.paid(payment.id());
        } else {
            copies.of(payment.id(), contact, payment.products());
        }
        events.publishEvent(received(order, payment, first, now));
        writes.updatePaid(order, payment, charge.owner(), now, first ? stampReceipt.at(now) : null);
    }

    private static PaymentReceived received(Order order, Payment payment, boolean first, Instant now) {
        return new PaymentReceived(
                WorkspaceScope.current(),
                order.id(),
                order.funnel(),
                order.passage(),
                order.buyer().contact(),
                payment.lines(),
                payment.amount(),
                order.rate(),
                first,
                order.source(),
                now);
    }

    private static PaymentDeclined declined(Order order, Payment payment, String reason, Instant now) {
        return new PaymentDeclined(
                WorkspaceScope.current(),
                order.id(),
                payment.attempt(),
                order.funnel(),
                order.passage(),
                payment.lines().getFirst().step(),
                reason,
                order.source(),
                now);
    }

    private static String names(List<LineItem> lines) {
        return lines.stream().map(LineItem::name).collect(Collectors.joining(", "));
    }

    private static List<UUID> products(List<LineItem> lines) {
        return lines.stream().map(line -> line.product().value()).toList();
    }
}
