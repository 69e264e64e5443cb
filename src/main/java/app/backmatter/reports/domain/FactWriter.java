package app.backmatter.reports.domain;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes to the tables of this module, one transaction at a time on each node: the events of one crowd are about the same
 * rows, so writers side by side would wait for each other with a connection in hand.
 */
@Component
class FactWriter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final ReentrantLock writing = new ReentrantLock();
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    FactWriter(TransactionOperations transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * Doesn't wait for the disk: the event's publication is removed afterwards, by a transaction that does wait and stands
     * behind this one in the database's log. A crash in between leaves the publication, and the event is told again.
     */
    void inOneTransaction(Runnable statements) {
        writing.lock();
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("set local synchronous_commit = off").update();
                statements.run();
            });
        } finally {
            writing.unlock();
        }
    }

    /** @param sql reads its rows from {@code jsonb_to_recordset(:rows)}, columns named like the record's components */
    void run(String sql, List<? extends Record> rows) {
        jdbc.sql(sql).param("rows", JSON.writeValueAsString(rows)).update();
    }
}
