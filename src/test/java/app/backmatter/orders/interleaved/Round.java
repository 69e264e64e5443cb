package app.backmatter.orders.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.orders.interleaved.Till.Job;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Many stories at the same time: each has its own steps; the clock and what runs by itself are common to all. */
final class Round {
    private static final int STEPS = 11;
    /** After which every page has closed, every bank given up, and Stripe forgotten every key. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(3),
            Duration.ofMinutes(20),
            Duration.ofMinutes(70),
            Duration.ofHours(26),
            Duration.ofHours(26));

    private static final List<Job> ALL = List.of(Job.values());
    private static final List<Job> SETTLING = List.of(Job.SETTLE_PAYMENTS, Job.SETTLE_REFUNDS, Job.ACT_ON_EVENTS);

    private final Till till;
    private final List<Story> stories;
    private final Books books;
    private final ExecutorService threads;
    private final Random dice;

    Round(Till till, List<Story> stories, Books books, ExecutorService threads, long seed) {
        this.till = till;
        this.stories = stories;
        this.books = books;
        this.threads = threads;
        this.dice = new Random(seed);
    }

    void play() {
        each(Story::begin);
        for (int step = 1; step < STEPS; step++) {
            till.clock.advance(pause());
            if (dice.nextInt(4) == 0) {
                stories.forEach(Story::trouble);
                run(ALL.get(dice.nextInt(ALL.size())));
                stories.forEach(Story::recover);
            } else {
                each(Story::step);
            }
        }
        each(Story::calm);
        run(Job.ASK_FOR_EVENTS);
        settle();
        each(Story::payLate);
        settle();
    }

    /** Until nothing is open any more, or nothing moves in days. */
    private void settle() {
        for (var pause : PAUSES) {
            till.clock.advance(pause);
            SETTLING.forEach(this::run);
            each(Story::calm);
            if (pause != PAUSES.getFirst()) {
                assertThat(books.hangingCheckouts()).as("checkouts that hang").isEmpty();
            }
            if (books.areClosed()) {
                return;
            }
        }
    }

    private void run(Job job) {
        try {
            till.run(job);
        } catch (Life.Killed e) {
            // it goes on when the process runs again
        }
    }

    /** Longer than a click waits for another one. */
    private Duration pause() {
        return switch (dice.nextInt(10)) {
            case 0 -> Duration.ofMinutes(40);
            case 1 -> Duration.ofMinutes(65);
            case 2, 3, 4 -> Duration.ofMinutes(3);
            default -> Duration.ofSeconds(11);
        };
    }

    private void each(Consumer<Story> work) {
        try {
            var all = stories.stream()
                    .<Callable<Void>>map(story -> () -> {
                        work.accept(story);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
