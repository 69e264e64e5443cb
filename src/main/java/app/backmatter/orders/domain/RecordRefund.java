package app.backmatter.orders.domain;

import app.backmatter.audience.Audience;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Outbox;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.PaymentRefunded;
import app.backmatter.orders.RefundUndone;
import app.backmatter.orders.RefundedLine;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.orders.present.Presents;
import app.backmatter.orders.receipt.StampReceipt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records what became of a refund, with all that follows from it, in one transaction that has the order to itself: it is
 * taken off the order under a number of its own, files are taken back if the author said so, the reader is told. Whoever
 * comes second with the same answer changes nothing.
 *
 * <p>The buyer keeps the tag <em>buyer</em>, also when nothing is left of the only order: it says that somebody bought,
 * which stays true, and who got money back is not to be pitched the same thing again as if they had never seen it.
 */
@Component
class RecordRefund {
    private final RefundRows rows;
    private final RefundWrites writes;
    private final OrderRows orders;
    private final Entitlements entitlements;
    private final StampReceipt stampReceipt;
    private final Presents presents;
    private final TellPurchase tellPurchase;
    private final Audience audience;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecordRefund(
            RefundRows rows,
            RefundWrites writes,
            OrderRows orders,
            Entitlements entitlements,
            StampReceipt stampReceipt,
            Presents presents,
            TellPurchase tellPurchase,
            Audience audience,
            Outbox outbox,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.orders = orders;
        this.entitlements = entitlements;
        this.stampReceipt = stampReceipt;
        this.presents = presents;
        this.tellPurchase = tellPurchase;
        this.audience = audience;
        this.outbox = outbox;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the processor answered. */
    void record(OrderId order, Refund refund, RefundResult result) {
        var now = clock.instant();
        var next = refund.after(result, now);
        transaction.executeWithoutResult(status -> {
            rows.lock(order);
            if (writes.update(next, now) && !next.isOpen()) {
                settled(orders.find(order).orElseThrow(), next, now);
            }
        });
    }

    /** What is gone without the author's doing. In a transaction that has locked the order. */
    void gone(Order order, Refund refund, String reference, Instant now) {
        writes.add(order.id(), refund);
        var done = refund.after(new RefundResult.Refunded(reference), now);
        writes.update(done, now);
        settled(order, done, now);
    }

    /** What had gone back is the author's again. In a transaction that has locked the order. */
    void undo(Order order, Refund refund, String reason, Instant now) {
        var refundable = rows.load(order.id());
        var paid = refundable.payment(refund.payment());
        audience.note(order.buyer().contact(), "refund-undone", names(paid, refund), now);
        writes.undo(order.id(), refund.undone(reason, now));
        tellPurchase.of(order.id());
        presents.holder(paid.id(), order.buyer().contact())
                .ifPresent(holder -> entitlements.giveAgain(holder, products(refundable, refund), now));
        presents.paidAgain(paid.id());
        events.publishEvent(new RefundUndone(refunded(order, paid, refund, now)));
    }

    private void settled(Order order, Refund refund, Instant now) {
        var refundable = rows.load(order.id());
        var ofAttempt = refundable.refunds().stream()
                .filter(other -> other.isOf(refund.terms().attempt()))
                .toList();
        boolean isOver = ofAttempt.stream().noneMatch(Refund::isOpen);
        if (isOver
                && ofAttempt.stream().anyMatch(Refund::isDone)
                && refund.giver() != Refund.Giver.BANK
                && !order.buyer().email().isErased()) {
            outbox.queue(List.of(RefundLetter.of(
                    WorkspaceScope.current(), order, refund.terms().attempt(), now)));
        }
        if (refund.isDone()) {
            wentBack(order, refundable, refund, now);
        }
    }

    private void wentBack(Order order, Refundable refundable, Refund refund, Instant now) {
        var paid = refundable.payment(refund.payment());
        var contact = order.buyer().contact();
        audience.note(contact, "refund", names(paid, refund), now);
        tellPurchase.of(order.id());
        if (refund.terms().takesBack()) {
            presents.holder(paid.id(), contact)
                    .ifPresent(holder -> entitlements.takeBack(holder, products(refundable, refund), now));
        }
        events.publishEvent(refunded(order, paid, refund, now));
        writes.takeOff(order.id(), refund, stampReceipt.at(now));
    }

    private static List<ProductId> products(Refundable refundable, Refund refund) {
        var paid = refundable.payment(refund.payment());
        return refund.parts().stream()
                .map(part -> paid.line(part.line()).item().product())
                .toList();
    }

    private static PaymentRefunded refunded(Order order, PaidPayment paid, Refund refund, Instant now) {
        return new PaymentRefunded(
                WorkspaceScope.current(),
                order.id(),
                refund.id(),
                order.funnel(),
                order.passage(),
                order.buyer().contact(),
                refund.parts().stream()
                        .map(part ->
                                new RefundedLine(paid.line(part.line()).item(), part.amount(), part.tax(), part.own()))
                        .toList(),
                paid.lines().stream()
                        .map(PaidLine::item)
                        .filter(line -> line.kind() != OfferKind.ORDER_BUMP)
                        .findFirst()
                        .orElse(paid.lines().getFirst().item())
                        .step(),
                refund.amount(),
                order.source(),
                paid.at(),
                now);
    }

    private static String names(PaidPayment paid, Refund refund) {
        return refund.parts().stream()
                .map(part -> paid.line(part.line()).item())
                .map(LineItem::name)
                .collect(Collectors.joining(", "));
    }
}
