package app.backmatter.mail.domain;

import app.backmatter.mail.sequence.CarryMail;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries due messages away, in small rounds and at a bounded pace. Works when nudged: right after something was queued,
 * and every few seconds by the scheduler for what became due, was postponed, or was left by a node that died.
 */
@Component
class Postman implements SmartLifecycle, CarryMail {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** At most this many messages of a node are in flight, and so doubled when it is killed. */
    private static final int ROUND = 8;

    private final Semaphore nudges = new Semaphore(0);
    private final DeliverRound round;
    private final Duration perMessage;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(this::work);

    Postman(DeliverRound round, MailSettings settings) {
        this.round = round;
        this.perMessage = Duration.ofSeconds(1).dividedBy(settings.perSecond());
    }

    void nudge() {
        nudges.release();
    }

    @Override
    public void soon() {
        nudgeAfterCommit();
    }

    void nudgeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            nudge();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("postman").start(this::work);
    }

    /** What is in flight is finished; what waits is carried after the next start. */
    @Override
    public void stop() {
        running = false;
        nudge();
        try {
            thread.join(Duration.ofSeconds(25));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                nudges.acquire();
                nudges.drainPermits();
                carryAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryAll() throws InterruptedException {
        for (var pile : Pile.values()) {
            var carried = ROUND;
            while (running && carried == ROUND) {
                var start = System.nanoTime();
                carried = carry(pile);
                Thread.sleep(perMessage.multipliedBy(carried).minusNanos(System.nanoTime() - start));
            }
        }
    }

    // a database that is away now is back at a later nudge
    private int carry(Pile pile) {
        try {
            return round.deliver(pile, ROUND);
        } catch (RuntimeException e) {
            LOG.warn("Mails wait: {}", e.toString());
            return 0;
        }
    }
}
