package app.backmatter.mail.sequence;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a few of a sequence's readers on until each rests, has left or is at the end, in one transaction: what it writes to
 * them waits in the outbox if and only if they have moved on. Nodes skip each other's readers, so that a step is taken once.
 */
@Component
class AdvanceReaders {
    private static final int ROUND = 500;

    private final DueReaders due;
    private final SequenceSteps steps;
    private final PostMail post;
    private final Conditions conditions;
    private final Workspaces workspaces;
    private final CarryMail carry;
    private final Clock clock;

    AdvanceReaders(
            DueReaders due,
            SequenceSteps steps,
            PostMail post,
            Conditions conditions,
            Workspaces workspaces,
            CarryMail carry,
            Clock clock) {
        this.due = due;
        this.steps = steps;
        this.post = post;
        this.conditions = conditions;
        this.workspaces = workspaces;
        this.carry = carry;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean advance(SequenceId sequence) {
        if (!due.hold(sequence)) {
            return false;
        }
        var now = clock.instant();
        var all = steps.of(sequence);
        var readers = due.take(sequence, all, now, ROUND);
        if (readers.isEmpty()) {
            return false;
        }
        walk(all, readers, now);
        due.put(all, readers, now);
        carry.soon();
        return readers.size() == ROUND;
    }

    /** SequenceSteps lead forward alone, so that one look at each, in their order, moves everybody. */
    private void walk(List<Placed> all, List<Reader> readers, Instant now) {
        var zone = workspaces.get(WorkspaceScope.current()).timeZone();
        for (var step : all) {
            int place = step.position();
            var here = readers.stream().filter(reader -> reader.isAt(place)).toList();
            if (!here.isEmpty()) {
                take(step, all, here, zone, now);
            }
        }
    }

    private void take(Placed step, List<Placed> all, List<Reader> here, ZoneId zone, Instant now) {
        switch (step.step()) {
            case Step.Mail _ -> {
                post.to(here, step.id(), now);
                here.forEach(reader -> reader.goOn(step.position() + 1, now));
            }
            case Wait wait -> here.forEach(reader -> rest(reader, wait, step.position(), zone, now));
            case Step.Condition condition -> {
                var fitting = conditions.fitting(condition, here);
                conditions.keep(step.id(), here, fitting, now);
                here.forEach(reader -> {
                    if (fitting.contains(reader.enrolment())) {
                        reader.goOn(step.position() + 1, now);
                    } else {
                        branch(reader, step, condition, all, now);
                    }
                });
            }
        }
    }

    private static void rest(Reader reader, Wait wait, int place, ZoneId zone, Instant now) {
        var end = reader.hasRested() ? reader.due() : wait.until(reader.cameAt(), zone);
        if (end.isAfter(now)) {
            reader.rest(reader.cameAt(), end);
        } else {
            reader.goOn(place + 1, now);
        }
    }

    /** What does not lead forward any more, since somebody moved it, leads out. */
    private static void branch(Reader reader, Placed from, Step.Condition condition, List<Placed> all, Instant now) {
        all.stream()
                .filter(step -> step.id().equals(condition.otherwise()) && step.position() > from.position())
                .findFirst()
                .ifPresentOrElse(step -> reader.goOn(step.position(), now), () -> reader.leave(Ended.CONDITION));
    }
}
