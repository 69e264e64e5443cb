package app.backmatter.database;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has a recurring job run at once. Where it cannot, the job comes to its work by itself a moment later. */
@Component
public class WakeJob {
    private static final Logger log = LoggerFactory.getLogger(WakeJob.class);

    /** Asked for when it is needed: it knows all jobs, and some of them lead here. */
    private final ObjectProvider<SchedulerClient> scheduler;

    WakeJob(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** @param name of the recurring job */
    public void now(String name) {
        try {
            scheduler.getObject().reschedule(TaskInstanceId.of(name, RecurringTask.INSTANCE), Instant.EPOCH);
        } catch (DbSchedulerException e) {
            log.debug("{} is at work, not started yet, or woken by another call just now", name, e);
        }
    }
}
