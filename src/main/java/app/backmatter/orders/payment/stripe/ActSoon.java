package app.backmatter.orders.payment.stripe;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the job act on what Stripe told at once. Where it cannot, the job comes to it by itself a moment later. */
@Component
class ActSoon {
    /** The job's name. */
    static final String JOB = "act-on-stripe-events";

    private static final Logger log = LoggerFactory.getLogger(ActSoon.class);
    private static final TaskInstanceId ITS_RUN = TaskInstanceId.of(JOB, RecurringTask.INSTANCE);

    /** Asked for when it is needed: it knows all jobs, and some of them lead here. */
    private final ObjectProvider<SchedulerClient> scheduler;

    ActSoon(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void please() {
        try {
            scheduler.getObject().reschedule(ITS_RUN, Instant.EPOCH);
        } catch (DbSchedulerException e) {
            log.debug("The job is at work, not started yet, or woken by another call just now", e);
        }
    }
}
