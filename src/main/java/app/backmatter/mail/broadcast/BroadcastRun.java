package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's share of one broadcast: takes batches, has them carried, and goes home when nothing is left to take for now.
 */
final class BroadcastRun {
    private static final Logger LOG = LoggerFactory.getLogger(BroadcastRun.class);
    private static final int LARGEST_BATCH = 1_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    /** So long the messages' own rows may be behind their batch's. */
    private static final Duration RENEWAL = Duration.ofSeconds(2);

    private final BroadcastJob job;
    private final Batches batches;
    private final Desk desk;
    private final Supplier<Courier> couriers;
    private final int connections;
    private final int batchSize;
    private final Map<UUID, Lease> held = new ConcurrentHashMap<>();
    /** Closing a batch takes as long as sending it: meanwhile the next is taken. */
    private final ExecutorService closer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private final List<Thread> threads = new ArrayList<>();
    private long renewed = System.nanoTime();
    private long foundNothing = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    /** @param perSecond how many may leave; 0 for any number */
    BroadcastRun(
            BroadcastJob job, Batches batches, Desk desk, Supplier<Courier> couriers, int connections, int perSecond) {
        this.job = job;
        this.batches = batches;
        this.desk = desk;
        this.couriers = couriers;
        this.connections = connections;
        this.batchSize = perSecond == 0 ? LARGEST_BATCH : Math.clamp(perSecond * 4L, 10, LARGEST_BATCH);
    }

    void run() {
        WorkspaceScope.run(job.workspace(), this::send);
    }

    void stop() {
        desk.stop();
    }

    private void send() {
        try {
            while (!desk.isStopped() && goOn()) {
                LockSupport.parkNanos(5_000_000);
            }
        } finally {
            goHome();
        }
    }

    /** @return whether there is, or may soon be, something to do */
    private boolean goOn() {
        closeFinished();
        renew();
        if (desk.prepared() > batchSize / 2 || System.nanoTime() - foundNothing < BETWEEN_LOOKS.toNanos()) {
            return true;
        }
        var taken = batches.take(job, batchSize);
        taken.forEach(this::hand);
        if (taken.isEmpty()) {
            foundNothing = System.nanoTime();
        }
        return !taken.isEmpty() || !held.isEmpty();
    }

    private void hand(Batches.Taken batch) {
        held.put(batch.lease().batch(), batch.lease());
        if (batch.messages().isEmpty()) {
            closeSoon(batch.lease());
            return;
        }
        desk.prepare(batch.messages());
        if (threads.isEmpty()) {
            start(desk, "broadcast-desk");
        }
        while (threads.size() - 1 < Math.min(connections, desk.prepared())) {
            start(couriers.get(), "broadcast-courier-" + threads.size());
        }
    }

    private void start(Runnable work, String name) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    private void closeFinished() {
        desk.finished().forEach(this::closeSoon);
    }

    private void closeSoon(Lease lease) {
        closer.execute(() -> WorkspaceScope.run(job.workspace(), () -> close(lease)));
    }

    /** What can't be closed now is released with the rest, and closed by whoever takes it then. */
    private void close(Lease lease) {
        try {
            batches.close(job, lease);
            held.remove(lease.batch());
        } catch (RuntimeException e) {
            LOG.warn("A batch of broadcast {} could not be closed", job.id(), e);
            desk.stop();
        }
    }

    private void renew() {
        if (System.nanoTime() - renewed > RENEWAL.toNanos()) {
            batches.renew(job, held.values());
            held.values().forEach(lease -> batches.settle(job, lease));
            renewed = System.nanoTime();
        }
    }

    private void goHome() {
        desk.close();
        threads.stream().skip(1).forEach(BroadcastRun::join);
        desk.leave();
        threads.stream().limit(1).forEach(BroadcastRun::join);
        closeFinished();
        closer.close();
        batches.release(job, held.values());
        desk.refused().ifPresent(reply -> batches.pause(job, reply));
        batches.end(job);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
