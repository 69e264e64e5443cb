package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceView;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One more of the same steps, which nobody is in and nothing leads into, and which does not run yet. */
@Service
@Transactional
public class CopySequence {
    private final JdbcClient jdbc;
    private final SequenceList list;
    private final SequenceSteps steps;
    private final EditSteps edit;

    CopySequence(JdbcClient jdbc, SequenceList list, SequenceSteps steps, EditSteps edit) {
        this.jdbc = jdbc;
        this.list = list;
        this.steps = steps;
        this.edit = edit;
    }

    public SequenceId copy(SequenceView sequence, String name) {
        var copy = list.insert(name, sequence.purpose(), true);
        var copies = new HashMap<UUID, UUID>();
        var all = steps.of(sequence.id());
        all.forEach(step -> copies.put(step.id(), edit.add(copy, EditSteps.MOST, step.step())));
        steps.of(copy).forEach(step -> {
            if (step.step() instanceof Step.Condition condition) {
                var led = condition.otherwise() == null
                        ? condition
                        : condition.otherwise(copies.get(condition.otherwise()));
                var asked = led.asked().isAboutMail() ? led.about(mail(led, copies)) : led;
                edit.change(copy, step.id(), step.version(), asked);
            }
        });
        jdbc.sql("""
            insert into sequence_rules (id, workspace_id, sequence_id, way, event, subject)
            select uuidv7(), workspace_id, :copy, way, event, subject from sequence_rules
            where sequence_id = :sequence and workspace_id = :workspace and way = 'EXIT'\
            """)
                .param("copy", copy.value())
                .param("sequence", sequence.id().value())
                .param("workspace", WorkspaceScope.current().value())
                .update();
        return copy;
    }

    /** The copy of the mail that it asks about. */
    private static String mail(Step.Condition condition, Map<UUID, UUID> copies) {
        return condition.subject().isEmpty() ? "" : String.valueOf(copies.get(UUID.fromString(condition.subject())));
    }
}
