package app.backmatter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backmatter.support.BackmatterTest;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class JobsStartTests {
    private final AtomicInteger tries = new AtomicInteger();

    @Autowired
    Scheduler scheduler;

    @Test
    void whatFailsIsTriedAgainUntilTheJobsRun() {
        var start = failingTwice(Duration.ofMillis(1));

        start.start();

        await().until(() -> tries.get() == 3);
        assertThat(start.isRunning()).isTrue();
    }

    @Test
    void nothingStartsAfterTheEnd() {
        var start = failingTwice(Duration.ofMillis(50));
        start.start();
        start.stop();

        await().during(Duration.ofMillis(200)).until(() -> tries.get() == 0);
    }

    private JobsStart failingTwice(Duration pause) {
        return new JobsStart(scheduler, pause) {
            @Override
            public void doStart() {
                if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("The database is away");
                }
            }
        };
    }
}
