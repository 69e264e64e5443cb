package app.backmatter.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.startup.AbstractSchedulerStarter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the jobs a moment after the web server, so that the first reader does not wait behind them. */
@Component
class JobsStart extends AbstractSchedulerStarter implements SmartLifecycle {
    private static final int SECONDS_FOR_PAGES = 2;

    private @Nullable CompletableFuture<Void> started;

    JobsStart(Scheduler scheduler) {
        super(scheduler);
    }

    @Override
    public void start() {
        started = CompletableFuture.runAsync(
                this::doStart, CompletableFuture.delayedExecutor(SECONDS_FOR_PAGES, TimeUnit.SECONDS));
    }

    @Override
    public void stop() {
        if (started != null) {
            started.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return started != null && !started.isCancelled();
    }
}
