package app.backmatter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;

class BatchWriterTests {
    private static final Duration NEVER = Duration.ofDays(1);

    private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesManyFactsInOneBatch() {
        var writer = started(10, NEVER);
        writer.add(1);
        writer.add(2);
        assertThat(written).isEmpty();
        writer.flush();
        assertThat(written).containsExactly(List.of(1, 2));
        writer.stop();
    }

    @Test
    void writesByItselfAfterTheDelay() {
        var writer = started(10, Duration.ofMillis(20));
        writer.add(1);
        await().until(() -> written.equals(List.of(List.of(1))));
        writer.stop();
    }

    @Test
    void writesWhatIsLeftWhenItStops() {
        var writer = started(10, NEVER);
        writer.add(1);
        writer.stop();
        writer.add(2);
        assertThat(written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void writesWhatWaitsBeforeItTakesTooMuch() {
        var writer = started(1, NEVER);
        writer.add(1);
        writer.add(2);
        assertThat(written).containsExactly(List.of(1));
        writer.stop();
        assertThat(written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void keepsNobodyWaitingForADatabaseThatStandsStill() throws Exception {
        var reached = new CountDownLatch(1);
        var again = new CountDownLatch(1);
        var writer = new BatchWriter<Integer>("test", 1, NEVER, batch -> {
            reached.countDown();
            awaitUninterruptibly(again);
        });
        writer.start();
        writer.add(1);
        var stuck = Thread.ofVirtual().start(() -> writer.add(2));
        reached.await();
        writer.add(3);
        assertThatThrownBy(() -> writer.add(4)).hasMessageContaining("stands still");
        again.countDown();
        stuck.join();
        writer.stop();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsABatchThatTheDatabaseCouldNotTake() {
        var down = new AtomicBoolean(true);
        var writer = new BatchWriter<Integer>("test", 10, NEVER, batch -> {
            if (down.get()) {
                throw new TransientDataAccessResourceException("down");
            }
            written.add(List.copyOf(batch));
        });
        writer.start();
        writer.add(1);
        assertThatThrownBy(writer::flush).hasMessage("down");
        writer.add(2);
        down.set(false);
        writer.stop();
        assertThat(written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void leavesOutOnlyTheFactThatTheDatabaseRefuses() {
        var writer = new BatchWriter<Integer>("test", 100, NEVER, batch -> {
            if (batch.contains(7)) {
                throw new DataIntegrityViolationException("seven");
            }
            written.add(List.copyOf(batch));
        });
        writer.start();
        IntStream.range(0, 20).forEach(writer::add);
        writer.stop();
        assertThat(written.stream().flatMap(List::stream)).hasSize(19).doesNotContain(7);
    }

    private BatchWriter<Integer> started(int capacity, Duration delay) {
        var writer = new BatchWriter<Integer>("test", capacity, delay, batch -> written.add(List.copyOf(batch)));
        writer.start();
        return writer;
    }
}
