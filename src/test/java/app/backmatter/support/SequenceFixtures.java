package app.backmatter.support;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.sequence.EditSteps;
import app.backmatter.mail.sequence.Occasion;
import app.backmatter.mail.sequence.PauseSequence;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.mail.sequence.SequenceRules;
import app.backmatter.mail.sequence.SequenceRules.Way;
import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.sequence.Step.Asked;
import app.backmatter.mail.sequence.Wait;
import app.backmatter.shared.WorkspaceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sequences of an author. */
@Component
public class SequenceFixtures {
    private final SequenceList list;
    private final EditSteps edit;
    private final PauseSequence pause;
    private final SequenceRules rules;
    private final JdbcClient jdbc;

    SequenceFixtures(SequenceList list, EditSteps edit, PauseSequence pause, SequenceRules rules, JdbcClient jdbc) {
        this.list = list;
        this.edit = edit;
        this.pause = pause;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** One that runs. */
    public SequenceId of(WorkspaceId workspace, Step... steps) {
        return WorkspaceScope.call(workspace, () -> {
            var sequence = list.begin("Welcome");
            for (var step : steps) {
                edit.add(sequence, EditSteps.MOST, step);
            }
            pause.resume(sequence);
            return sequence;
        });
    }

    public static Step mail(String subject) {
        return mail(subject, "Hello {first_name|friend}.");
    }

    public static Step mail(String subject, String markdown) {
        return new Step.Mail(subject, "", new MailContent(List.of(new Block.Text(markdown))));
    }

    public static Wait days(int days) {
        return new Wait.Lasting(days, Wait.Unit.DAYS, null);
    }

    /** Each kind of step and of rule, something odd, and everybody on the list inside. */
    public SequenceId ofAllKinds(TestWorkspace workspace) {
        var id = of(workspace.id(), mail("Welcome"), days(1));
        WorkspaceScope.run(workspace.id(), () -> {
            var last = edit.add(id, 2, mail("Once more", "Look: {offer_link}"));
            var gone = UUID.randomUUID().toString();
            edit.add(id, 2, new Step.Condition(Asked.OPENED, gone, false, last));
            edit.add(id, 3, new Wait.Weekday(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), Step.MORNING));
            edit.add(id, 4, new Step.Condition(Asked.TAGGED, "fan", true, null));
            edit.add(id, 5, new Wait.Day(LocalDate.of(2027, 1, 15), Step.MORNING));
            edit.add(id, 6, new Step.Mail("", "", MailContent.EMPTY));
            rules.add(id, Way.ENTRY, Occasion.SIGNED_UP, "");
            rules.add(id, Way.ENTRY, Occasion.TAGGED, "fan");
            rules.add(id, Way.EXIT, Occasion.BOUGHT, "");
        });
        jdbc.sql("""
            insert into enrolments (id, workspace_id, sequence_id, contact_id, recipient, fields, state, step_id, due_at,
                entered_at)
            select uuidv7(), c.workspace_id, :sequence, c.id, c.email, '{}', 'ACTIVE', p.id, now() + interval '1 day', now()
            from contacts c
                join sequence_steps p on p.sequence_id = :sequence and p.workspace_id = c.workspace_id and p.position = 1
            where c.workspace_id = :workspace\
            """)
                .param("sequence", id.value())
                .param("workspace", workspace.id().value())
                .update();
        return id;
    }
}
