package app.backmatter.database;

import static org.awaitility.Awaitility.await;

import app.backmatter.support.BackmatterTest;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class EventDeliveryTests {
    @Autowired
    JdbcClient database;

    @Autowired
    SchedulerClient scheduler;

    @Test
    void tellsAnEventAgainThatItsListenerMissed() {
        database.sql("""
            insert into event_publication (id, event_type, listener_id, publication_date, serialized_event, status,
                completion_attempts)
            values (uuidv4(), 'app.backmatter.funnels.StepSeen$Batch', 'reports.step-seen', now() - interval '6 minutes',
                '{"seen": []}', 'FAILED', 1)
            """).update();

        scheduler.reschedule(TaskInstanceId.of("tell-events-again", "recurring"), Instant.EPOCH);

        await().until(() -> database.sql(
                        "select not exists (select from event_publication where serialized_event = '{\"seen\": []}')")
                .query(Boolean.class)
                .single());
    }
}
