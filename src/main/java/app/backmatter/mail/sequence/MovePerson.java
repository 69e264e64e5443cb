package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts somebody at another step of the sequence, by the author's hand. A mail that they had they do not get again. */
@Service
@Transactional
public class MovePerson {
    private final JdbcClient jdbc;
    private final Clock clock;

    MovePerson(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when it can't be: the step is gone meanwhile, or the person bought what it is about */
    public boolean to(SequencePeople.Person person, UUID step) {
        jdbc.sql("select id from sequences where id = :sequence and workspace_id = :workspace for share")
                .param("sequence", person.sequence().value())
                .param("workspace", WorkspaceScope.current().value())
                .query(UUID.class)
                .single();
        return jdbc.sql("""
            update enrolments e set step_id = s.id, since = null, due_at = :now, state = 'ACTIVE',
                ended_at = null, ended_by = null, left_after = null
            from sequence_steps s
            where s.id = :step and s.workspace_id = :workspace and s.sequence_id = e.sequence_id
                and e.id = :enrolment and e.workspace_id = :workspace and e.ended_by is distinct from 'BOUGHT'\
            """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("step", step)
                        .param("enrolment", person.enrolment())
                        .param("workspace", WorkspaceScope.current().value())
                        .update()
                > 0;
    }
}
