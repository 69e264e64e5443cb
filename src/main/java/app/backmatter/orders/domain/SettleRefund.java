package app.backmatter.orders.domain;

import app.backmatter.orders.OrderId;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Speaks with the card processor about a refund, outside of any transaction, and has its answer recorded. One that it
 * never heard of, for we were killed before, is asked for again: under its key it gives back once.
 */
@Component
class SettleRefund {
    private static final Logger log = LoggerFactory.getLogger(SettleRefund.class);

    private final RefundRows rows;
    private final RefundWrites writes;
    private final PaymentGateway gateway;
    private final RecordRefund record;
    private final Clock clock;

    SettleRefund(RefundRows rows, RefundWrites writes, PaymentGateway gateway, RecordRefund record, Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.gateway = gateway;
        this.record = record;
        this.clock = clock;
    }

    /** For the first time. */
    void ask(OrderId order, Refund refund) {
        var request = request(order, refund);
        answer(() -> Optional.of(gateway.refund(request)), refund)
                .or(() -> answer(() -> gateway.findRefund(request), refund))
                .ifPresent(result -> record.record(order, refund, result));
    }

    /** Finds out what became of an open refund. It stays open while the processor is silent or the bank takes its time. */
    void settle(UUID id) {
        var order = rows.orderOf(id).orElseThrow();
        rows.load(order).refunds().stream()
                .filter(refund -> refund.id().equals(id) && refund.isOpen())
                .forEach(refund -> settle(order, refund));
    }

    private void settle(OrderId order, Refund refund) {
        var request = request(order, refund);
        answer(() -> gateway.findRefund(request).or(() -> Optional.of(gateway.refund(request))), refund)
                .ifPresentOrElse(
                        result -> record.record(order, refund, result), () -> writes.postpone(refund, clock.instant()));
    }

    private RefundRequest request(OrderId order, Refund refund) {
        var paid = rows.load(order).payment(refund.payment());
        return new RefundRequest(refund.idempotencyKey(), paid.charge(), refund.amount());
    }

    /** Empty when the processor did not answer in time. */
    private static Optional<RefundResult> answer(Asking asking, Refund refund) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A card processor must not be asked within a transaction");
        }
        try {
            return asking.ask();
        } catch (GatewayTimeout e) {
            log.warn("No answer for refund {}: {}", refund.id(), e.getMessage());
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Asking {
        Optional<RefundResult> ask();
    }
}
