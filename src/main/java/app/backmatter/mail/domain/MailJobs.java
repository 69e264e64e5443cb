package app.backmatter.mail.domain;

import app.backmatter.mail.sequence.AdvanceSequences;
import app.backmatter.mail.sequence.FollowOccasions;
import app.backmatter.mail.sequence.Intakes;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that run by themselves, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailJobs {
    @Bean
    RecurringTask<Void> carryMailJob(Postman postman) {
        return Tasks.recurring("carry-mail", FixedDelay.ofSeconds(5)).execute((instance, context) -> postman.nudge());
    }

    @Bean
    RecurringTask<Void> followOccasionsJob(FollowOccasions occasions, Intakes intakes) {
        return Tasks.recurring("follow-occasions", FixedDelay.ofSeconds(5)).execute((instance, context) -> {
            while (occasions.follow() | intakes.goOn()) {
                // each round is a transaction of its own
            }
        });
    }

    @Bean
    RecurringTask<Void> advanceSequencesJob(AdvanceSequences sequences) {
        return Tasks.recurring("advance-sequences", FixedDelay.ofSeconds(5)).execute((instance, context) -> {
            while (sequences.advance()) {
                // each round is a transaction of its own
            }
        });
    }

    @Bean
    RecurringTask<Void> startScheduledBroadcastsJob(StartScheduled scheduled) {
        return Tasks.recurring("start-scheduled-broadcasts", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> scheduled.start());
    }

    @Bean
    RecurringTask<Void> decideSubjectsJob(DecideSubjects subjects) {
        return Tasks.recurring("decide-subjects", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> subjects.decide());
    }
}
