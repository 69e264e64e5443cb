package app.backmatter.mail.domain;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The mails of the sequences of the workspace in scope, as they stand. */
@Service
public class SequenceMails {
    private static final String SELECT = """
        select m.*, s.purpose,
            (select count(*) from enrolments e where e.sequence_id = m.sequence_id
                and e.workspace_id = m.workspace_id and e.state = 'ACTIVE' and e.next_position = m.position) as waiting,
            (select count(*) from enrolments e where e.sequence_id = m.sequence_id
                and e.workspace_id = m.workspace_id and e.next_position > m.position) as written
        from sequence_mails m join sequences s on s.id = m.sequence_id and s.workspace_id = m.workspace_id
        where m.workspace_id = :workspace and\
        """;

    private final JdbcClient jdbc;

    SequenceMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SequenceMail> of(SequenceId sequence) {
        return scoped(SELECT + " m.sequence_id = :sequence order by m.position")
                .param("sequence", sequence.value())
                .query(SequenceMails::mail)
                .list();
    }

    public Optional<SequenceMail> find(UUID mail) {
        return scoped(SELECT + " m.id = :mail")
                .param("mail", mail)
                .query(SequenceMails::mail)
                .optional();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }

    private static SequenceMail mail(ResultSet row, int n) throws SQLException {
        return new SequenceMail(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                SequencePurpose.valueOf(row.getString("purpose")),
                row.getInt("wait_days"),
                row.getString("subject"),
                row.getString("markdown"),
                row.getString("button"),
                row.getInt("waiting"),
                row.getInt("written"));
    }
}
