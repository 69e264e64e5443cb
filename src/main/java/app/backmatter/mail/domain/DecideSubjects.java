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

/** Ends the tests of subjects of all workspaces that have waited long enough. One that fails does not hold up the others. */
@Component
class DecideSubjects {
    private static final Logger LOG = LoggerFactory.getLogger(DecideSubjects.class);

    private final JdbcClient jdbc;
    private final ChooseSubject choose;
    private final Clock clock;

    DecideSubjects(JdbcClient jdbc, ChooseSubject choose, Clock clock) {
        this.jdbc = jdbc;
        this.choose = choose;
        this.clock = clock;
    }

    private record Due(WorkspaceId workspace, BroadcastId broadcast) {}

    void decide() {
        var due = jdbc.sql("""
            select id, workspace_id from broadcasts
            where state = 'SENDING' and stage = 'WAIT' and decides_at <= :now order by decides_at\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Due(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new BroadcastId(row.getObject("id", UUID.class))))
                .list();
        due.forEach(this::decide);
    }

    private void decide(Due due) {
        try {
            WorkspaceScope.run(due.workspace(), () -> choose.decideDue(due.broadcast()));
        } catch (RuntimeException e) {
            LOG.warn("The test of broadcast {} is not decided yet", due.broadcast(), e);
        }
    }
}
