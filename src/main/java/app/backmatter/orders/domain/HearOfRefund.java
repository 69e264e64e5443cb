package app.backmatter.orders.domain;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.domain.RefundRows.Charged;
import app.backmatter.orders.payment.RefundNews;
import app.backmatter.orders.payment.RefundNews.State;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records what a processor tells about refunds. One that was asked for here is looked after as the others are. One that
 * was made on the processor's own site is a refund of the order from the moment when the money is gone: until then nobody
 * here waits for it, for nobody here asked for it.
 */
@Component
class HearOfRefund {
    private final RefundRows rows;
    private final OrderRows orders;
    private final SettleRefund settle;
    private final RecordRefund record;
    private final TransactionOperations transaction;
    private final Clock clock;

    HearOfRefund(
            RefundRows rows,
            OrderRows orders,
            SettleRefund settle,
            RecordRefund record,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.settle = settle;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False when it is to be told again later. */
    boolean hear(RefundNews news) {
        return ownId(news).map(id -> own(id, news)).orElseGet(() -> elsewhere(news));
    }

    private Optional<UUID> ownId(RefundNews news) {
        return uuid(news.idempotencyKey()).filter(id -> rows.orderOf(id).isPresent());
    }

    /** What nobody has an answer for yet is asked for; what had gone back may have come back. */
    private boolean own(UUID id, RefundNews news) {
        settle.settle(id);
        if (news.state() == State.FAILED) {
            undo(rows.orderOf(id).orElseThrow(), refund -> refund.id().equals(id));
        }
        return true;
    }

    private boolean elsewhere(RefundNews news) {
        return switch (news.state()) {
            case PENDING -> true;
            case DONE ->
                rows.charged(news.charge()).map(charged -> gone(charged, news)).orElse(false);
            case FAILED -> {
                var attempt = RefundWish.Terms.elsewhere(news.reference()).attempt();
                rows.charged(news.charge()).ifPresent(charged -> undo(charged.order(), refund -> refund.isOf(attempt)));
                yield true;
            }
        };
    }

    /** What is more than is left, while a refund of ours is on its way, waits for how that ends. */
    private boolean gone(Charged charged, RefundNews news) {
        return transaction.execute(status -> {
            var refundable = rows.lock(charged.order());
            var terms = RefundWish.Terms.elsewhere(news.reference());
            if (refundable.refunds().stream().anyMatch(refund -> refund.isOf(terms.attempt()))) {
                return true;
            }
            if (refundable.isGoingBack(charged.payment()) && !refundable.hasLeft(charged.payment(), news.amount())) {
                return false;
            }
            var order = orders.find(charged.order()).orElseThrow();
            refundable
                    .lose(charged.payment(), news.amount(), terms, Refund.Giver.PROCESSOR, news.at())
                    .ifPresent(refund -> record.gone(order, refund, news.reference(), clock.instant()));
            return true;
        });
    }

    private void undo(OrderId id, Predicate<Refund> such) {
        transaction.executeWithoutResult(status -> rows.lock(id).refunds().stream()
                .filter(such.and(Refund::isDone))
                .forEach(refund ->
                        record.undo(orders.find(id).orElseThrow(), refund, "refund_declined", clock.instant())));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
