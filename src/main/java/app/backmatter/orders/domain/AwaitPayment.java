package app.backmatter.orders.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Waits for the request that is charging already, so that a double click gets the same answer as the first. */
@Component
class AwaitPayment {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_NAP = Duration.ofMillis(250);

    private final OrderRows rows;
    private final SettlePayment settle;
    private final Clock clock;

    AwaitPayment(OrderRows rows, SettlePayment settle, Clock clock) {
        this.rows = rows;
        this.settle = settle;
        this.clock = clock;
    }

    /** The payment once the other request has recorded its answer; asks the processor itself if that takes too long. */
    Payment settled(Payment payment) {
        if (!(payment.standing() instanceof Standing.Started)) {
            return payment.isOpen() ? settle.settle(payment.id()) : payment;
        }
        return isYoung(payment) && await(payment.id()) ? reload(payment.id()) : settle.settle(payment.id());
    }

    /** The request of an older one was killed, or waits for the processor longer than anybody waits for it. */
    private boolean isYoung(Payment payment) {
        return clock.instant().isBefore(payment.startedAt().plus(PATIENCE));
    }

    private boolean await(UUID payment) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var nap = Duration.ofMillis(20);
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            if (!rows.isBeingCharged(payment)) {
                return true;
            }
            pause(nap);
            nap = nap.multipliedBy(2).compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : nap.multipliedBy(2);
        }
        return false;
    }

    private Payment reload(UUID payment) {
        return rows.findByPayment(payment).orElseThrow().payment(payment);
    }

    private static void pause(Duration nap) {
        try {
            Thread.sleep(nap);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
