package app.backmatter.mail.bounce.mailbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks into bounce mailboxes every two minutes, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailboxJobs {
    @Bean
    RecurringTask<Void> readBounceMailboxesJob(ReadMailboxes mailboxes) {
        return Tasks.recurring("read-bounce-mailboxes", FixedDelay.ofMinutes(2))
                .execute((instance, context) -> mailboxes.readAll());
    }
}
