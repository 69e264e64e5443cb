package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The steps of the sequences of the workspace in scope, as they stand. */
@Service
public class SequenceSteps {
    private final JdbcClient jdbc;

    SequenceSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From first to last. */
    public List<Placed> of(SequenceId sequence) {
        return scoped("sequence_id = :sequence order by position")
                .param("sequence", sequence.value())
                .query(SequenceSteps::placed)
                .list();
    }

    public Optional<Placed> find(SequenceId sequence, UUID step) {
        return scoped("sequence_id = :sequence and id = :step")
                .param("sequence", sequence.value())
                .param("step", step)
                .query(SequenceSteps::placed)
                .optional();
    }

    /** A mail of any sequence. */
    Optional<Placed> find(UUID mail) {
        return scoped("id = :step")
                .param("step", mail)
                .query(SequenceSteps::placed)
                .optional();
    }

    private JdbcClient.StatementSpec scoped(String which) {
        return jdbc.sql("select id, position, step, version from sequence_steps where workspace_id = :workspace and "
                        + which)
                .param("workspace", WorkspaceScope.current().value());
    }

    private static Placed placed(ResultSet row, int n) throws SQLException {
        return new Placed(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                StepJson.read(row.getString("step")),
                row.getInt("version"));
    }
}
