package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts other words into a sequence's mails where nobody has changed those that they began with. */
@Service
@Transactional
public class RewordMails {
    private final JdbcClient jdbc;

    RewordMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the new words of each mail, in the order of {@code before} */
    public void reword(SequenceId sequence, List<NewSequence.Mail> before, List<NewSequence.Mail> after) {
        after.forEach(EditSequence::requireKnown);
        for (int number = 0; number < before.size(); number++) {
            reword(sequence, before.get(number), after.get(number));
        }
    }

    private void reword(SequenceId sequence, NewSequence.Mail before, NewSequence.Mail after) {
        jdbc.sql("""
            update sequence_mails set
                subject = case when subject = :subject_before then :subject else subject end,
                markdown = case when markdown = :markdown_before then :markdown else markdown end
            where sequence_id = :sequence and workspace_id = :workspace
                and (subject = :subject_before or markdown = :markdown_before)\
            """)
                .param("sequence", sequence.value())
                .param("workspace", WorkspaceScope.current().value())
                .param("subject_before", before.subject())
                .param("subject", after.subject())
                .param("markdown_before", before.markdown())
                .param("markdown", after.markdown())
                .update();
    }
}
