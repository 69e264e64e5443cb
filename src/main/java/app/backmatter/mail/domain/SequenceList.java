package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.SequenceView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sequences of the workspace in scope. */
@Service
@Transactional
public class SequenceList {
    private static final String SELECT = """
        select s.*, (select count(*) from sequence_mails m
            where m.sequence_id = s.id and m.workspace_id = s.workspace_id) as mails
        from sequences s where s.workspace_id = :workspace\
        """;

    private final JdbcClient jdbc;
    private final EditSequence edit;
    private final Clock clock;

    SequenceList(JdbcClient jdbc, EditSequence edit, Clock clock) {
        this.jdbc = jdbc;
        this.edit = edit;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when a mail holds an unknown merge field */
    public SequenceId create(NewSequence sequence) {
        var id = SequenceId.next();
        jdbc.sql("""
            insert into sequences (id, workspace_id, name, purpose, created_at)
            values (:id, :workspace, :name, :purpose, :now)\
            """)
                .param("id", id.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("name", sequence.name())
                .param("purpose", sequence.purpose().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (int position = 0; position < sequence.mails().size(); position++) {
            edit.add(id, position, sequence.mails().get(position));
        }
        return id;
    }

    public void delete(SequenceId sequence) {
        jdbc.sql("""
            delete from sequences s where id = :id and workspace_id = :workspace
              and not exists (select from enrolments e
                              where e.sequence_id = s.id and e.workspace_id = s.workspace_id)\
            """)
                .param("id", sequence.value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
    }

    public List<SequenceView> all() {
        return jdbc.sql(SELECT + " order by s.name, s.id")
                .param("workspace", WorkspaceScope.current().value())
                .query(SequenceList::view)
                .list();
    }

    public Optional<SequenceView> find(SequenceId sequence) {
        return jdbc.sql(SELECT + " and s.id = :id")
                .param("workspace", WorkspaceScope.current().value())
                .param("id", sequence.value())
                .query(SequenceList::view)
                .optional();
    }

    private static SequenceView view(ResultSet row, int n) throws SQLException {
        return new SequenceView(
                new SequenceId(row.getObject("id", UUID.class)),
                row.getString("name"),
                SequencePurpose.valueOf(row.getString("purpose")),
                row.getInt("mails"));
    }
}
