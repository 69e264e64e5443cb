package app.backmatter.storage.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class StorageJobs {
    @Bean
    RecurringTask<Void> sweepLooseFilesJob(SweepLooseFiles sweep) {
        return Tasks.recurring("sweep-loose-files", FixedDelay.ofHours(1)).execute((instance, context) -> {
            while (sweep.sweep()) {
                // each round is a transaction of its own
            }
            sweep.sweepUnfinished();
        });
    }
}
