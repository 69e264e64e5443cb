package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.BroadcastId;
import app.backmatter.shared.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts the broadcasts of all workspaces whose moment has come. One that fails does not hold up the others. */
@Component
class StartScheduled {
    private static final Logger LOG = LoggerFactory.getLogger(StartScheduled.class);

    private final JdbcClient jdbc;
    private final SendBroadcast send;
    private final Clock clock;

    StartScheduled(JdbcClient jdbc, SendBroadcast send, Clock clock) {
        this.jdbc = jdbc;
        this.send = send;
        this.clock = clock;
    }

    private record Due(WorkspaceId workspace, BroadcastId broadcast) {}

    void start() {
        var due = jdbc.sql("""
            select id, workspace_id from broadcasts where state = 'SCHEDULED' and starts_at <= :now order by starts_at\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Due(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new BroadcastId(row.getObject("id", UUID.class))))
                .list();
        due.forEach(this::start);
    }

    private void start(Due due) {
        try {
            WorkspaceScope.run(due.workspace(), () -> send.startDue(due.broadcast()));
        } catch (RuntimeException e) {
            LOG.warn("Broadcast {} is late", due.broadcast(), e);
        }
    }
}
