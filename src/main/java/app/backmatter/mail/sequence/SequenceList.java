package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.SequenceUse;
import app.backmatter.mail.SequenceView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sequences of the workspace in scope. */
@Service
@Transactional
public class SequenceList {
    private static final String SELECT = """
        select s.*, (select count(*) from sequence_steps m
            where m.sequence_id = s.id and m.workspace_id = s.workspace_id and m.kind = 'MAIL') as mails
        from sequences s where s.workspace_id = :workspace\
        """;

    private final JdbcClient jdbc;
    private final EditSteps edit;
    private final ObjectProvider<SequenceUse> uses;
    private final Clock clock;

    SequenceList(JdbcClient jdbc, EditSteps edit, ObjectProvider<SequenceUse> uses, Clock clock) {
        this.uses = uses;
        this.jdbc = jdbc;
        this.edit = edit;
        this.clock = clock;
    }

    /**
     * One that runs.
     *
     * @throws IllegalArgumentException when a mail holds an unknown merge field
     */
    public SequenceId create(NewSequence sequence) {
        sequence.mails().forEach(WrittenMails::requireKnown);
        var id = insert(sequence.name(), sequence.purpose(), false);
        WrittenMails.steps(sequence).forEach(step -> edit.add(id, EditSteps.MOST, step));
        return id;
    }

    /** One that does not run yet: who comes in waits at its first step. */
    public SequenceId begin(String name) {
        return insert(name, SequencePurpose.ANYBODY, true);
    }

    SequenceId insert(String name, SequencePurpose purpose, boolean paused) {
        var id = SequenceId.next();
        scoped("""
            insert into sequences (id, workspace_id, name, purpose, created_at, paused_at)
            values (:id, :workspace, :name, :purpose, :now, case when :paused then :now end)\
            """)
                .param("id", id.value())
                .param("name", name)
                .param("purpose", purpose.name())
                .param("paused", paused)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    public void rename(SequenceId sequence, String name) {
        scoped("update sequences set name = :name where id = :id and workspace_id = :workspace")
                .param("id", sequence.value())
                .param("name", name)
                .update();
    }

    /** Nobody is in it or was, and nothing leads into it. */
    public boolean isUnused(SequenceId sequence) {
        boolean empty =
                scoped("""
                    select not exists (select from enrolments where sequence_id = :id and workspace_id = :workspace)\
                    """).param("id", sequence.value()).query(Boolean.class).single();
        return empty && uses.stream().allMatch(use -> use.of(sequence).isEmpty());
    }

    /** @return false when readers are in it or were, so that it stays */
    public boolean delete(SequenceId sequence) {
        return scoped("""
            delete from sequences s where id = :id and workspace_id = :workspace
              and not exists (select from enrolments e
                              where e.sequence_id = s.id and e.workspace_id = s.workspace_id)\
            """).param("id", sequence.value()).update() > 0;
    }

    public List<SequenceView> all() {
        return scoped(SELECT + " order by s.name, s.id")
                .query(SequenceList::view)
                .list();
    }

    public Optional<SequenceView> find(SequenceId sequence) {
        return scoped(SELECT + " and s.id = :id")
                .param("id", sequence.value())
                .query(SequenceList::view)
                .optional();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }

    private static SequenceView view(ResultSet row, int n) throws SQLException {
        return new SequenceView(
                new SequenceId(row.getObject("id", UUID.class)),
                row.getString("name"),
                SequencePurpose.valueOf(row.getString("purpose")),
                row.getInt("mails"));
    }
}
