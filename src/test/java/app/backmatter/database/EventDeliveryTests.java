package app.backmatter.database;

import static org.awaitility.Awaitility.await;

import app.backmatter.support.BackmatterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class EventDeliveryTests {
    @Autowired
    JdbcClient database;

    @Autowired
    WakeJob jobs;

    @Test
    void tellsAnEventAgainThatItsListenerMissed() {
        publish("6 minutes", 9);

        await().until(() -> isToldOnce("tell-events-again"));
    }

    @Test
    void tellsAnEventSoonAgainWhoseListenerFailed() {
        publish("6 seconds", 1);

        await().until(() -> isToldOnce("tell-failed-events-again"));
    }

    private void publish(String age, int attempts) {
        database.sql("""
            insert into event_publication (id, event_type, listener_id, publication_date, serialized_event, status,
                completion_attempts)
            values (uuidv4(), 'app.backmatter.funnels.StepSeen$Batch', 'reports.step-seen', now() - :age::interval,
                '{"seen": []}', 'FAILED', :attempts)
            """).param("age", age).param("attempts", attempts).update();
    }

    private boolean isToldOnce(String job) {
        jobs.now(job);
        return database.sql(
                        "select not exists (select from event_publication where serialized_event = '{\"seen\": []}')")
                .query(Boolean.class)
                .single();
    }
}
