package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves everybody on who is due, sequence by sequence. Paused ones stand still. */
@Component
public class AdvanceSequences {
    private final JdbcClient jdbc;
    private final AdvanceReaders readers;
    private final Clock clock;

    AdvanceSequences(JdbcClient jdbc, AdvanceReaders readers, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.clock = clock;
    }

    private record Due(WorkspaceId workspace, SequenceId sequence) {}

    /** @return whether there may be more */
    public boolean advance() {
        boolean more = false;
        for (var due : due()) {
            more |= WorkspaceScope.call(due.workspace(), () -> readers.advance(due.sequence()));
        }
        return more;
    }

    private List<Due> due() {
        return jdbc.sql("""
            select s.workspace_id, s.id from sequences s
            where s.paused_at is null and exists (select from enrolments e
                where e.sequence_id = s.id and e.workspace_id = s.workspace_id and e.state = 'ACTIVE' and e.due_at <= :now)\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Due(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new SequenceId(row.getObject("id", UUID.class))))
                .list();
    }
}
