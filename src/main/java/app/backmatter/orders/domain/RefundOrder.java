package app.backmatter.orders.domain;

import app.backmatter.orders.AttemptConflict;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The process from an author's wish to give money back to its outcome: store, ask the processor, record. Must be called
 * outside of a transaction. What is not settled when it ends is settled by {@link SettleRefunds}.
 */
@Component
public class RefundOrder {
    private final RefundRows rows;
    private final RefundWrites writes;
    private final SettleRefund settle;
    private final TransactionOperations transaction;
    private final Clock clock;

    RefundOrder(
            RefundRows rows, RefundWrites writes, SettleRefund settle, TransactionOperations transaction, Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.settle = settle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives it back, or finds that the same was asked for before: then nothing is asked of the processor again.
     *
     * @throws RefundRefused when it is nothing, or more than is left of what was paid
     * @throws AttemptConflict when the attempt was for something else
     */
    public void refund(RefundWish wish) {
        start(wish).forEach(refund -> settle.ask(wish.order(), refund));
    }

    private List<Refund> start(RefundWish wish) {
        return transaction.execute(status -> {
            var order = rows.lock(wish.order());
            var known = order.refunds();
            var given = order.give(wish, clock.instant());
            var added = given.stream().filter(refund -> !known.contains(refund)).toList();
            added.forEach(refund -> writes.add(wish.order(), refund));
            return added;
        });
    }
}
