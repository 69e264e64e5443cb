package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Has a broadcast of the workspace in scope come by its readers once more, for those who got nothing of its sample. */
@Service
public class RestOfReaders {
    private final JdbcClient jdbc;

    RestOfReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that says who won. */
    public void begin(BroadcastId broadcast) {
        jdbc.sql("""
            update broadcasts set reached = null, drained = false
            where id = :broadcast and workspace_id = :workspace and stage = 'REST'\
            """)
                .param("broadcast", broadcast.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }
}
