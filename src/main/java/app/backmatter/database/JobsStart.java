package app.backmatter.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.startup.AbstractSchedulerStarter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the jobs a moment after the web server, so that the first reader does not wait behind them, and tries it again
 * where the database is away just then.
 */
@Component
class JobsStart extends AbstractSchedulerStarter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobsStart.class);

    private final Duration pause;
    private volatile boolean isWanted;

    @Autowired
    JobsStart(Scheduler scheduler) {
        this(scheduler, Duration.ofSeconds(2));
    }

    JobsStart(Scheduler scheduler, Duration pause) {
        super(scheduler);
        this.pause = pause;
    }

    @Override
    public void start() {
        isWanted = true;
        startAfterAPause();
    }

    private void startAfterAPause() {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::tryToStart);
    }

    private void tryToStart() {
        if (!isWanted) {
            return;
        }
        try {
            doStart();
        } catch (RuntimeException e) {
            LOG.error("The jobs could not be started, which is tried again", e);
            startAfterAPause();
        }
    }

    @Override
    public void stop() {
        isWanted = false;
    }

    @Override
    public boolean isRunning() {
        return isWanted;
    }
}
