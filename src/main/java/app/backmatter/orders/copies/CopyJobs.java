package app.backmatter.orders.copies;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done in the background. A copy that has to wait for another gives its thread back meanwhile. */
@Configuration(proxyBeanMethods = false)
class CopyJobs {
    static final TaskDescriptor<CopiesToMake> MAKE = TaskDescriptor.of("make-stamped-copies", CopiesToMake.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @Bean
    CustomTask<CopiesToMake> makeStampedCopiesTask(MakeCopies makeCopies) {
        return Tasks.custom(MAKE)
                .onFailureReschedule(FixedDelay.ofMinutes(1))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        makeCopies.make(instance.getData()) ? new CompletionHandler.OnCompleteRemove<>() : later());
    }

    @Bean
    RecurringTask<Void> sweepStampedCopiesTask(SweepCopies sweepCopies) {
        return Tasks.recurring("sweep-stamped-copies", FixedDelay.ofHours(1)).execute((instance, context) -> {
            while (sweepCopies.sweep()) {
                // each round is a transaction of its own
            }
        });
    }

    private static CompletionHandler<CopiesToMake> later() {
        return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(A_MOMENT));
    }
}
