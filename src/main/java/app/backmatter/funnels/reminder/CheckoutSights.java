package app.backmatter.funnels.reminder;

import app.backmatter.database.BatchWriter;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written in batches, and what runs by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class CheckoutSights {
    private static final int CAPACITY = 10_000;

    @Bean
    BatchWriter<Sight> checkoutSightWriter(KeepSights sights) {
        return new BatchWriter<>("checkout-sights", CAPACITY, Duration.ofMillis(500), sights::add);
    }

    @Bean
    RecurringTask<Void> remindOfCheckoutsJob(RemindOfCheckouts reminders) {
        return Tasks.recurring("remind-of-checkouts", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> reminders.remind());
    }
}
