package app.backmatter.audience.importing;

import app.backmatter.shared.WorkspaceId;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done in the background. An import that was killed goes on where it was. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {
    static final TaskDescriptor<Wanted> RUN = TaskDescriptor.of("import-contacts", Wanted.class);

    private static final int TRIES = 20;

    record Wanted(UUID workspace, UUID list) implements Serializable {}

    @Bean
    CustomTask<Wanted> importContactsTask(RunImport run) {
        return Tasks.custom(RUN)
                .onFailureReschedule(FixedDelay.of(Duration.ofSeconds(10)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(run, instance, context));
    }

    @Bean
    RecurringTask<Void> sweepImportsTask(SweepImports sweep) {
        return Tasks.recurring("sweep-imports", FixedDelay.ofHours(1)).execute((instance, context) -> sweep.sweep());
    }

    private static CompletionHandler<Wanted> run(
            RunImport run, TaskInstance<Wanted> instance, ExecutionContext context) {
        var workspace = new WorkspaceId(instance.getData().workspace());
        var list = new ImportId(instance.getData().list());
        if (context.getExecution().consecutiveFailures >= TRIES) {
            run.giveUp(workspace, list);
        }
        return run.run(workspace, list, () -> context.getSchedulerState().isShuttingDown())
                ? new CompletionHandler.OnCompleteRemove<>()
                : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
    }
}
