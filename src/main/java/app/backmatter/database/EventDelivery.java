package app.backmatter.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * How events reach the modules that listen: a few at a time, and once more when a listener failed. A listener that failed
 * is told again after some seconds, as a person may look at an empty page until it did its work; one that keeps failing,
 * or never said what became of it, after some minutes.
 */
@Configuration(proxyBeanMethods = false)
class EventDelivery {
    /** Each listener takes a connection, and the readers' requests must find some left. */
    private static final int AT_A_TIME = 4;

    private static final Duration FAILED_LATELY = Duration.ofSeconds(5);
    private static final int QUICK_TRIES = 3;
    private static final int FAILED_AT_A_TIME = 500;

    private static final Duration OVERDUE = Duration.ofMinutes(5);

    /** What waits here at a stop or a crash waits in the database, too, and is told at the next start. */
    @Bean
    ThreadPoolTaskExecutor applicationTaskExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("listener-");
        executor.setCorePoolSize(AT_A_TIME);
        return executor;
    }

    @Bean
    RecurringTask<Void> tellAgainTask(IncompleteEventPublications events, ThreadPoolTaskExecutor listeners) {
        return Tasks.recurring("tell-events-again", FixedDelay.ofMinutes(1)).execute((instance, context) -> {
            // what still waits for its first turn is late, not lost
            if (listeners.getQueueSize() == 0) {
                events.resubmitIncompletePublicationsOlderThan(OVERDUE);
            }
        });
    }

    @Bean
    RecurringTask<Void> tellSoonAgainTask(FailedEventPublications events) {
        var options = ResubmissionOptions.defaults()
                .withMinAge(FAILED_LATELY)
                .withBatchSize(FAILED_AT_A_TIME)
                .withFilter(event -> event.getCompletionAttempts() <= QUICK_TRIES);
        return Tasks.recurring("tell-failed-events-again", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> events.resubmit(options));
    }
}
