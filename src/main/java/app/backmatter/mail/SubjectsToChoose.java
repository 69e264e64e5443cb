package app.backmatter.mail;

import app.backmatter.database.WorkspaceScope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Broadcasts of the workspace in scope that wait until their author says which subject goes to the rest. */
@Service
public class SubjectsToChoose {
    private final JdbcClient jdbc;

    SubjectsToChoose(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subject its first */
    public record Waiting(UUID broadcast, String subject) {}

    public List<Waiting> waiting() {
        return jdbc.sql("""
            select id, subject from broadcasts
            where workspace_id = :workspace and state = 'SENDING' and stage = 'WAIT' and decides_at is null order by id\
            """)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, _) -> new Waiting(row.getObject("id", UUID.class), row.getString("subject")))
                .list();
    }
}
