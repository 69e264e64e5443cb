package app.backmatter.mail.broadcast;

import app.backmatter.mail.transport.Trouble;
import java.sql.Timestamp;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when mail servers take nothing of broadcasts, for their authors to read. */
@Component
class Silences {
    private static final Logger LOG = LoggerFactory.getLogger(Silences.class);

    private final JdbcClient jdbc;

    Silences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(BroadcastJob job, Instant since, Trouble trouble) {
        write(job, jdbc.sql("""
            update broadcasts set silent_since = coalesce(silent_since, :since), silence = :silence
            where id = :broadcast and workspace_id = :workspace\
            """).param("since", Timestamp.from(since)).param("silence", trouble.toString()));
    }

    void end(BroadcastJob job) {
        write(job, jdbc.sql("""
            update broadcasts set silent_since = null, silence = null
            where id = :broadcast and workspace_id = :workspace and silent_since is not null\
            """));
    }

    /** What an author reads is no reason to hold a broadcast up. */
    private static void write(BroadcastJob job, JdbcClient.StatementSpec statement) {
        try {
            statement
                    .param("broadcast", job.id())
                    .param("workspace", job.workspace().value())
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("The silence of a mail server is not kept: {}", e.toString());
        }
    }
}
