package app.backmatter.mail.web.sequence;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactWhereabouts;
import app.backmatter.mail.sequence.SequencePeople;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sequences that a contact is in or was, and the step that comes next. */
@Component
class PersonWhereabouts implements ContactWhereabouts {
    private final SequencePeople people;
    private final SequenceSteps steps;
    private final StepWords stepWords;
    private final Format format;
    private final Words words;

    PersonWhereabouts(SequencePeople people, SequenceSteps steps, StepWords stepWords, Format format, Words words) {
        this.people = people;
        this.steps = steps;
        this.stepWords = stepWords;
        this.format = format;
        this.words = words;
    }

    @Override
    public List<Whereabouts> of(ContactId contact) {
        return people.of(contact).stream()
                .map(person -> new Whereabouts(person.name(), where(person)))
                .toList();
    }

    private String where(SequencePeople.Person person) {
        if (!person.isInside()) {
            return words.say("mail.ended." + (person.ended() == null ? person.state() : person.ended()));
        }
        var titles = stepWords.titles(steps.of(person.sequence()));
        var step = person.step() == null
                ? words.say("mail.step.end.short")
                : titles.getOrDefault(person.step(), words.say("mail.step.end.short"));
        return words.say(
                "mail.person.line",
                step,
                person.running() ? format.dateTime(person.due()) : words.say("mail.sequence.paused"));
    }
}
