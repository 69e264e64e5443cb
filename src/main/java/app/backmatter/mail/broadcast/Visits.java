package app.backmatter.mail.broadcast;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue before the desk. Whoever attends to it is woken when enough have come and not by each of them: to wake a thread
 * costs as much as to serve a visit.
 */
final class Visits {
    private final Queue<Visit> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile int enough = 1;
    private volatile @Nullable Thread attendant;

    void add(Visit visit) {
        queue.add(visit);
        if (size.incrementAndGet() >= enough) {
            LockSupport.unpark(attendant);
        }
    }

    /** Returns once so many are there, or after that time. One thread may wait. */
    void await(int enough, long time, TimeUnit unit) {
        this.enough = enough;
        attendant = Thread.currentThread();
        long until = System.nanoTime() + unit.toNanos(time);
        for (long left = unit.toNanos(time); left > 0 && size.get() < enough; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** Those who are there, in the order in which they came. */
    void take(Consumer<Visit> taker) {
        for (var visit = queue.poll(); visit != null; visit = queue.poll()) {
            size.decrementAndGet();
            taker.accept(visit);
        }
    }
}
