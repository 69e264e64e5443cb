package app.backmatter.mail.sequence;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The readers who rest at a wait, in the workspace in scope. */
@Component
class Rest {
    private final JdbcClient jdbc;
    private final Workspaces workspaces;

    Rest(JdbcClient jdbc, Workspaces workspaces) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
    }

    private record Since(Instant at, Instant until) {}

    /** From when each came, by another wait. Who came at the same moment goes on at the same one. */
    void anew(UUID step, Wait wait) {
        var zone = workspaces.get(WorkspaceScope.current()).timeZone();
        var since = scoped("""
            select distinct since from enrolments
            where step_id = :step and workspace_id = :workspace and state = 'ACTIVE' and since is not null\
            """, step).query((row, n) -> row.getTimestamp(1).toInstant()).list().stream()
                .map(at -> new Since(at, wait.until(at, zone)))
                .toList();
        scoped("""
            update enrolments e set due_at = w.until from unnest(:sinces, :untils) w(since, until)
            where e.step_id = :step and e.workspace_id = :workspace and e.state = 'ACTIVE' and e.since = w.since\
            """, step)
                .param("sinces", moments(since, Since::at))
                .param("untils", moments(since, Since::until))
                .update();
    }

    private JdbcClient.StatementSpec scoped(String sql, UUID step) {
        return jdbc.sql(sql)
                .param("workspace", WorkspaceScope.current().value())
                .param("step", step);
    }

    private static SqlArrayValue moments(Collection<Since> all, Function<Since, Instant> moment) {
        return new SqlArrayValue(
                "timestamptz",
                List.copyOf(all).stream().map(moment).map(Timestamp::from).toArray());
    }
}
