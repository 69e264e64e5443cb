package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who waits for the hour at which a broadcast of the workspace in scope leaves where they live. */
@Service
public class Waves {
    private final JdbcClient jdbc;

    Waves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Readers whose hour comes at one moment. */
    public record Wave(Instant at, long readers) {}

    /** Soonest first. Hours are whole minutes; what a mail server put off is tried again at any moment. */
    public List<Wave> of(BroadcastId broadcast) {
        return jdbc.sql("""
            select due_at, count(*) as readers from broadcast_messages
            where broadcast_id = :broadcast and workspace_id = :workspace and due_at is not null
                and tries = 0 and refusal is null and due_at = date_trunc('minute', due_at)
            group by due_at order by due_at\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("broadcast", broadcast.value())
                .query((row, _) -> new Wave(row.getTimestamp("due_at").toInstant(), row.getLong("readers")))
                .list();
    }
}
