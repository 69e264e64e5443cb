package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.content.MailPictures;
import app.backmatter.shared.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts steps into a sequence of the workspace in scope, changes, moves and removes them. Readers who are inside have their
 * place by the step that they are at: what is put in before it passes them by, and what is taken away lets them go on with
 * what followed it.
 */
@Service
@Transactional
public class EditSteps {
    public static final int MOST = 100;

    private final JdbcClient jdbc;
    private final SequenceSteps steps;
    private final MailPictures pictures;
    private final Rest rest;
    private final Clock clock;

    EditSteps(JdbcClient jdbc, SequenceSteps steps, MailPictures pictures, Rest rest, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.pictures = pictures;
        this.rest = rest;
        this.clock = clock;
    }

    /** @param wanted the steps from there on move one back; past the last one it comes to the end */
    public UUID add(SequenceId sequence, int wanted, Step step) {
        takeTurn(sequence);
        var all = steps.of(sequence);
        int position = Math.clamp(wanted, 0, all.size());
        push(sequence, position, 1);
        var id = Ids.next();
        scoped("""
            insert into sequence_steps (id, workspace_id, sequence_id, position, kind, step)
            values (:id, :workspace, :sequence, :position, :kind, :step::jsonb)\
            """)
                .param("id", id)
                .param("sequence", sequence.value())
                .param("position", position)
                .param("kind", step.kind().name())
                .param("step", StepJson.write(kept(step)))
                .update();
        if (all.isEmpty()) {
            begin(sequence, id);
        }
        return id;
    }

    /**
     * Who rests at a wait goes on by its new end.
     *
     * @param version as it was when the author began to change it
     * @return false when somebody else changed it since, and it stays as it is
     */
    public boolean change(SequenceId sequence, UUID id, int version, Step step) {
        takeTurn(sequence);
        var before = steps.find(sequence, id).orElse(null);
        if (before == null || before.version() != version) {
            return false;
        }
        if (step.equals(before.step())) {
            return true;
        }
        write(before, kept(step));
        if (before.step() instanceof Step.Mail mail) {
            pictures.letGo(mail.content());
        }
        if (step instanceof Wait wait) {
            rest.anew(id, wait);
        }
        return true;
    }

    /** One place up or down. Who rests at a step that moves down stays where it was, and does not miss what moves up. */
    public void move(SequenceId sequence, UUID id, boolean up) {
        takeTurn(sequence);
        var all = steps.of(sequence);
        var moved = all.stream().filter(step -> step.id().equals(id)).findFirst();
        int place = moved.map(Placed::position).orElse(-1);
        int upper = up ? place - 1 : place;
        if (place < 0 || upper < 0 || upper + 1 >= all.size()) {
            return;
        }
        if (!up) {
            goOn(id, all.get(place + 1).id(), false);
        }
        put(all.get(upper), upper + 1);
        put(all.get(upper + 1), upper);
    }

    /** One that somebody else removed meanwhile is simply gone. */
    public void remove(SequenceId sequence, UUID id) {
        takeTurn(sequence);
        var all = steps.of(sequence);
        all.stream().filter(step -> step.id().equals(id)).findFirst().ifPresent(step -> remove(sequence, all, step));
    }

    private void remove(SequenceId sequence, List<Placed> all, Placed step) {
        var next = all.stream()
                .filter(other -> other.position() > step.position())
                .findFirst()
                .map(Placed::id)
                .orElse(null);
        takeBack(sequence, step.id());
        goOn(step.id(), next, true);
        all.forEach(other -> forget(other, step.id(), next));
        scoped("delete from sequence_steps where id = :id and workspace_id = :workspace")
                .param("id", step.id())
                .update();
        push(sequence, step.position() + 1, -1);
        if (step.step() instanceof Step.Mail mail) {
            pictures.letGo(mail.content());
        }
    }

    /** Its mails that have not left. */
    private void takeBack(SequenceId sequence, UUID mail) {
        scoped("""
            update messages set state = 'CANCELLED', refusal = 'mail-removed'
            where workspace_id = :workspace and state = 'QUEUED' and fields ->> 'mail' = :mail
                and enrolment_id in (select id from enrolments
                    where sequence_id = :sequence and workspace_id = :workspace)\
            """)
                .param("mail", mail.toString())
                .param("sequence", sequence.value())
                .update();
    }

    /** Conditions that led to it lead to what followed it; nobody can have opened it any more. */
    private void forget(Placed other, UUID gone, @Nullable UUID next) {
        if (other.step() instanceof Step.Condition condition) {
            var changed = gone.equals(condition.otherwise()) ? condition.otherwise(next) : condition;
            if (changed.asked().isAboutMail() && changed.subject().equals(gone.toString())) {
                changed = changed.about("");
            }
            if (!changed.equals(condition)) {
                write(other, changed);
            }
        }
    }

    /** @param at once, or when they would have gone on anyway */
    private void goOn(UUID from, @Nullable UUID to, boolean atOnce) {
        scoped("""
            update enrolments set step_id = :to, since = null, due_at = case when :once then :now else due_at end
            where step_id = :from and workspace_id = :workspace\
            """)
                .param("from", from)
                .param("to", to)
                .param("once", atOnce)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who came when there was nothing yet takes the first step. */
    private void begin(SequenceId sequence, UUID first) {
        scoped("""
            update enrolments set step_id = :first
            where sequence_id = :sequence and workspace_id = :workspace and state = 'ACTIVE' and step_id is null\
            """).param("first", first).param("sequence", sequence.value()).update();
    }

    private void write(Placed step, Step words) {
        scoped("""
            update sequence_steps set step = :step::jsonb, kind = :kind, version = version + 1
            where id = :id and workspace_id = :workspace\
            """)
                .param("id", step.id())
                .param("kind", words.kind().name())
                .param("step", StepJson.write(words))
                .update();
    }

    private Step kept(Step step) {
        return step instanceof Step.Mail mail ? mail.with(pictures.keep(mail.content())) : step;
    }

    /** Changes what stands in a mail, whoever else has it open. */
    public void illustrate(SequenceId sequence, UUID mail, UnaryOperator<MailContent> change) {
        takeTurn(sequence);
        steps.find(sequence, mail).ifPresent(step -> {
            if (step.step() instanceof Step.Mail written) {
                change(sequence, mail, step.version(), written.with(change.apply(written.content())));
            }
        });
    }

    private void put(Placed step, int position) {
        scoped("update sequence_steps set position = :position where id = :id and workspace_id = :workspace")
                .param("id", step.id())
                .param("position", position)
                .update();
    }

    private void push(SequenceId sequence, int from, int by) {
        scoped("""
            update sequence_steps set position = position + :by
            where sequence_id = :sequence and workspace_id = :workspace and position >= :from\
            """)
                .param("by", by)
                .param("sequence", sequence.value())
                .param("from", from)
                .update();
    }

    /** Authors who change one sequence at once go one after the other, and nobody is moved on in it meanwhile. */
    private void takeTurn(SequenceId sequence) {
        scoped("select id from sequences where id = :sequence and workspace_id = :workspace for no key update")
                .param("sequence", sequence.value())
                .query(UUID.class)
                .optional();
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }
}
