package app.backmatter.accounts.domain;

import app.backmatter.accounts.RequestLimits;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of request limits small. */
@Configuration(proxyBeanMethods = false)
class RemoveExpiredLimits {
    private static final int AT_ONCE = 10_000;

    @Bean
    RecurringTask<Void> removeExpiredRequestLimits(RequestLimits limits) {
        return Tasks.recurring("remove-expired-request-limits", FixedDelay.ofHours(1))
                .execute((task, context) -> limits.removeExpired(AT_ONCE));
    }
}
