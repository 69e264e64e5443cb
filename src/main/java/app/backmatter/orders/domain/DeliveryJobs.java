package app.backmatter.orders.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is tidied by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DeliveryJobs {
    @Bean
    RecurringTask<Void> forgetLinksTask(CountFetch countFetch) {
        return Tasks.recurring("forget-download-links", FixedDelay.ofHours(6))
                .execute((instance, context) -> countFetch.forgetLinks());
    }
}
