package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts mails into a sequence of the workspace in scope, changes and removes them. Readers who are inside keep their place
 * when mails come or go around them: nobody gets one twice, and what is put in before a reader's place passes that reader
 * by.
 */
@Service
@Transactional
public class EditSequence {
    private final JdbcClient jdbc;

    EditSequence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param wanted the mails from there on move one back; past the last mail it comes to the end */
    public UUID add(SequenceId sequence, int wanted, NewSequence.Mail mail) {
        requireKnown(mail);
        takeTurn(sequence);
        int position = Math.min(wanted, count(sequence));
        move(sequence, position, 1);
        var id = Ids.next();
        scoped("""
            insert into sequence_mails (id, workspace_id, sequence_id, position, wait_days, subject, markdown, button)
            values (:id, :workspace, :sequence, :position, :wait, :subject, :markdown, :button)\
            """)
                .param("id", id)
                .param("sequence", sequence.value())
                .param("position", position)
                .param("wait", mail.waitDays())
                .param("subject", mail.subject())
                .param("markdown", mail.markdown())
                .param("button", mail.button())
                .update();
        return id;
    }

    /** Who waits for this mail already gets it by the new wait. */
    public void change(SequenceId sequence, UUID id, NewSequence.Mail mail) {
        requireKnown(mail);
        takeTurn(sequence);
        scoped("""
            update enrolments e set due_at = due_at + make_interval(days => :wait - m.wait_days)
            from sequence_mails m
            where m.id = :id and m.workspace_id = :workspace and e.workspace_id = :workspace
                and e.sequence_id = m.sequence_id and e.next_position = m.position and e.state = 'ACTIVE'\
            """).param("wait", mail.waitDays()).param("id", id).update();
        scoped("""
            update sequence_mails set wait_days = :wait, subject = :subject, markdown = :markdown, button = :button
            where id = :id and sequence_id = :sequence and workspace_id = :workspace\
            """)
                .param("id", id)
                .param("sequence", sequence.value())
                .param("wait", mail.waitDays())
                .param("subject", mail.subject())
                .param("markdown", mail.markdown())
                .param("button", mail.button())
                .update();
    }

    /** One that somebody else removed meanwhile is simply gone. */
    public void remove(SequenceId sequence, UUID mail) {
        takeTurn(sequence);
        scoped("""
            update messages set state = 'CANCELLED', refusal = 'mail-removed'
            where workspace_id = :workspace and state = 'QUEUED' and fields ->> 'mail' = :mail
                and enrolment_id in (select id from enrolments
                    where sequence_id = :sequence and workspace_id = :workspace)\
            """)
                .param("mail", mail.toString())
                .param("sequence", sequence.value())
                .update();
        scoped("""
            delete from sequence_mails where id = :id and sequence_id = :sequence and workspace_id = :workspace
            returning position\
            """)
                .param("id", mail)
                .param("sequence", sequence.value())
                .query(Integer.class)
                .optional()
                .ifPresent(position -> move(sequence, position + 1, -1));
    }

    /** @throws IllegalArgumentException when subject or body hold an unknown field */
    static void requireKnown(NewSequence.Mail mail) {
        MergeFields.OF_SEQUENCES.requireKnown(List.of(mail.subject(), mail.markdown()));
    }

    /** Authors who change one sequence at once go one after the other; readers who enter it need not wait. */
    private void takeTurn(SequenceId sequence) {
        scoped("select id from sequences where id = :sequence and workspace_id = :workspace for no key update")
                .param("sequence", sequence.value())
                .query(UUID.class)
                .optional();
    }

    private int count(SequenceId sequence) {
        return scoped("select count(*) from sequence_mails where sequence_id = :sequence and workspace_id = :workspace")
                .param("sequence", sequence.value())
                .query(Integer.class)
                .single();
    }

    /** Moves the mails from a position on, and with them the places of the readers who are past the gap. */
    private void move(SequenceId sequence, int from, int by) {
        scoped("""
            update sequence_mails set position = position + :by
            where sequence_id = :sequence and workspace_id = :workspace and position >= :from\
            """)
                .param("by", by)
                .param("sequence", sequence.value())
                .param("from", from)
                .update();
        scoped("""
            update enrolments set next_position = next_position + :by
            where sequence_id = :sequence and workspace_id = :workspace and next_position > :from - (:by < 0)::int\
            """)
                .param("by", by)
                .param("sequence", sequence.value())
                .param("from", from)
                .update();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
