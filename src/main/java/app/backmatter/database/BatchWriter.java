package app.backmatter.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gathers small facts of public requests in memory and writes them in batches, off the request. Make it a bean: it
 * starts with the application and, at an orderly stop, writes what is left after the web server has answered its last
 * request. A killed process loses at most one delay's worth.
 *
 * <p>A batch may be written twice when the database fails in the middle of a commit, so the write has to be idempotent.
 */
public final class BatchWriter<T> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);
    /** Below both phases of the web server's stop. */
    private static final int AFTER_WEB_SERVER = DEFAULT_PHASE - 4096;

    private static final int MOST_IN_A_BATCH = 5_000;

    /** A reader is not kept longer for a fact's sake. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String name;
    private final Duration delay;
    private final Consumer<List<T>> write;
    private final BlockingQueue<T> queue;
    private final ReentrantLock writing = new ReentrantLock();
    private List<T> unwritten = List.of();
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;

    /**
     * @param name of the thread, seen in logs
     * @param capacity how many facts may wait; beyond that requests wait until a batch is written
     * @param delay how long a fact waits at most while the database keeps up
     * @param write writes all given facts or throws
     */
    public BatchWriter(String name, int capacity, Duration delay, Consumer<List<T>> write) {
        this.name = name;
        this.delay = delay;
        this.write = new AcceptableWrite<>(name, write);
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    /**
     * Takes a fact to be written soon. When too many wait already it writes a batch of them first, so that a crowd goes
     * no faster than the database and what a killed process loses stays small.
     *
     * @throws RuntimeException what the write threw, or that nothing was written for a second; the fact is not taken
     */
    public void add(T fact) {
        while (running) {
            if (queue.offer(fact)) {
                writeIfStoppedMeanwhile();
                return;
            }
            makeRoom();
        }
        write.accept(List.of(fact));
    }

    /**
     * Writes everything that was added before.
     *
     * @throws RuntimeException what the write threw; nothing is lost by it, the next flush tries again
     */
    public void flush() {
        writing.lock();
        try {
            do {
                writeNext();
            } while (!queue.isEmpty());
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        timer = executor;
        var unused = executor.scheduleWithFixedDelay(
                this::flushOrRetryLater, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        if (timer != null) {
            timer.close();
        }
        flush();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_WEB_SERVER;
    }

    private void writeIfStoppedMeanwhile() {
        if (!running) {
            flush();
        }
    }

    private void makeRoom() {
        if (!writerIsFree()) {
            throw new IllegalStateException("The database stands still, and too many " + name + " wait for it");
        }
        try {
            if (queue.remainingCapacity() == 0) {
                writeNext();
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean writerIsFree() {
        try {
            return writing.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeNext() {
        if (unwritten.isEmpty()) {
            unwritten = next();
        }
        write.accept(unwritten);
        unwritten = List.of();
    }

    private List<T> next() {
        var batch = new ArrayList<T>();
        queue.drainTo(batch, MOST_IN_A_BATCH);
        return batch;
    }

    private void flushOrRetryLater() {
        try {
            flush();
        } catch (RuntimeException e) {
            log.warn("{} could not be written and wait for the next try: {}", name, e.toString());
        }
    }
}
