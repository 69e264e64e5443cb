package app.backmatter.orders.domain;

import app.backmatter.orders.payment.ChargeResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds out what became of an open payment, and records it. */
@Component
class SettlePayment {
    /** Longer than any request to a processor can be under way. */
    private static final Duration LOST = Duration.ofMinutes(2);

    private final OrderRows rows;
    private final OrderWrites writes;
    private final AskProcessor processor;
    private final RecordOutcome outcome;
    private final Clock clock;

    SettlePayment(OrderRows rows, OrderWrites writes, AskProcessor processor, RecordOutcome outcome, Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.processor = processor;
        this.outcome = outcome;
        this.clock = clock;
    }

    /** Asks the processor. The payment stays open while it is silent or waits for the reader. */
    Payment settle(UUID payment) {
        return settle(payment, false);
    }

    /** Like {@link #settle}; if the payment waits for the reader, it is given up instead. */
    Payment giveUp(UUID payment) {
        return settle(payment, true);
    }

    private Payment settle(UUID id, boolean givingUp) {
        var order = rows.findByPayment(id).orElseThrow();
        var payment = order.payment(id);
        return payment.isOpen()
                ? ask(payment, givingUp)
                        .map(result -> outcome.record(order, payment, result))
                        .orElseGet(() -> later(payment))
                : payment;
    }

    private Optional<ChargeResult> ask(Payment payment, boolean givingUp) {
        if (givingUp) {
            return processor.abandon(payment);
        }
        var result = processor.find(payment);
        boolean lost = clock.instant().isAfter(payment.startedAt().plus(LOST));
        return result.isEmpty() && lost ? processor.abandon(payment) : result;
    }

    private Payment later(Payment payment) {
        return writes.postpone(payment, clock.instant())
                ? payment
                : rows.findByPayment(payment.id()).orElseThrow().payment(payment.id());
    }
}
