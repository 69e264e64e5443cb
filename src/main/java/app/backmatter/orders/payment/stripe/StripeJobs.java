package app.backmatter.orders.payment.stripe;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class StripeJobs {
    static final String ACT = "act-on-stripe-events";

    @Bean
    RecurringTask<Void> actOnStripeEventsTask(ActOnEvents actOnEvents) {
        return Tasks.recurring(ACT, FixedDelay.ofSeconds(2)).execute((instance, context) -> actOnEvents.actOnDue());
    }

    @Bean
    RecurringTask<Void> askStripeForEventsTask(AskForEvents askForEvents) {
        return Tasks.recurring("ask-stripe-for-events", FixedDelay.ofMinutes(15))
                .execute((instance, context) -> askForEvents.askForAll());
    }

    @Bean
    RecurringTask<Void> tidyStripeTask(ActOnEvents actOnEvents, AccountRows accounts) {
        return Tasks.recurring("tidy-stripe", FixedDelay.ofHours(1)).execute((instance, context) -> {
            actOnEvents.forgetOld();
            accounts.wipeRetired();
        });
    }
}
