package app.backmatter.funnels.passage;

import app.backmatter.pages.NoConnection;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes sign-ups in natural batches: while one batch is being committed the next gathers, so that a lonely sign-up
 * waits for nobody and a crowd shares its transactions. After a batch of several the next waits as long as they come one
 * upon the other: a few milliseconds more for each halve the work of a crowd. The caller waits for the commit.
 */
@Component
public class SignUpBatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SignUpBatcher.class);
    /** After both phases of the web server's stop, so that requests in flight are still served. */
    private static final int AFTER_WEB_SERVER = DEFAULT_PHASE - 4096;

    private static final int CAPACITY = 5_000;
    private static final int MOST_IN_A_BATCH = 250;
    /** In a crowd. */
    private static final Duration ONE_UPON_THE_OTHER = Duration.ofMillis(2);

    private static final Duration LONGEST_GATHERING = Duration.ofMillis(40);
    private static final Duration SAME_CLICK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BeginPassages beginPassages;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Cache<Object, Waiting> clicks = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(SAME_CLICK)
            .build();
    private volatile boolean running;
    private @Nullable Thread writer;

    SignUpBatcher(BeginPassages beginPassages) {
        this.beginPassages = beginPassages;
    }

    /**
     * Signs a reader up. A second click gets the answer of the first.
     *
     * @throws TooManySignUps when more wait than can be written soon, or the database gives no connection
     */
    public Passage signUp(OptInRequest request) {
        var click = request.sameClick();
        var waiting = clicks.get(click, key -> enqueue(request));
        try {
            return waiting.passage().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            clicks.asMap().remove(click, waiting);
            if (NoConnection.isBehind(e)) {
                throw new TooManySignUps();
            }
            throw new IllegalStateException("The sign-up was refused by the database", e.getCause());
        } catch (TimeoutException e) {
            throw new TooManySignUps();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManySignUps();
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("sign-ups").daemon().start(this::writeUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (writer != null) {
                writer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_WEB_SERVER;
    }

    private Waiting enqueue(OptInRequest request) {
        var waiting = new Waiting(request, new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw new TooManySignUps();
        }
        return waiting;
    }

    private void writeUntilStopped() {
        boolean crowd = false;
        while (running || !queue.isEmpty()) {
            var batch = next(crowd);
            crowd = batch.size() > 1;
            if (!batch.isEmpty()) {
                write(batch);
            }
        }
    }

    private List<Waiting> next(boolean crowd) {
        var batch = new ArrayList<Waiting>();
        try {
            var next = queue.poll(200, TimeUnit.MILLISECONDS);
            long end = System.nanoTime() + LONGEST_GATHERING.toNanos();
            while (next != null) {
                batch.add(next);
                queue.drainTo(batch, MOST_IN_A_BATCH - batch.size());
                next = crowd && batch.size() < MOST_IN_A_BATCH && System.nanoTime() < end
                        ? queue.poll(ONE_UPON_THE_OTHER.toMillis(), TimeUnit.MILLISECONDS)
                        : null;
            }
        } catch (InterruptedException e) {
            log.debug("Woken while waiting for sign-ups");
        }
        return batch;
    }

    /**
     * One sign-up that the database refuses must not cost the others theirs. Where no connection is free none gets one by
     * waiting for it alone, behind all the others.
     */
    private void write(List<Waiting> batch) {
        try {
            var passages =
                    beginPassages.begin(batch.stream().map(Waiting::request).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).passage().complete(passages.get(i));
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1 || NoConnection.isBehind(e)) {
                batch.forEach(waiting -> waiting.passage().completeExceptionally(e));
            } else {
                batch.forEach(waiting -> write(List.of(waiting)));
            }
        }
    }

    private record Waiting(OptInRequest request, CompletableFuture<Passage> passage) {}
}
