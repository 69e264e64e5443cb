package app.backmatter.mail.web.sequence;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.sequence.EditSteps;
import app.backmatter.mail.sequence.Placed;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.sequence.Step.Asked;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a wait or a condition show around their form. */
@Component
class PartPage {
    private final SequenceList sequences;
    private final SequenceSteps steps;
    private final StepWords stepWords;
    private final OccasionChoices occasions;
    private final Words words;

    PartPage(SequenceList sequences, SequenceSteps steps, StepWords stepWords, OccasionChoices occasions, Words words) {
        this.sequences = sequences;
        this.steps = steps;
        this.stepWords = stepWords;
        this.occasions = occasions;
        this.words = words;
    }

    String make(SequenceId sequence, int at, PartForm form, Model model) {
        around(sequence, at, model);
        model.addAttribute("place", at);
        model.addAttribute("kind", form.cleanKind());
        return "mail/sequences/parts/new";
    }

    String edit(SequenceId sequence, Placed step, Model model) {
        around(sequence, step.position() + 1, model);
        model.addAttribute("step", step);
        model.addAttribute("kind", PartForm.of(step.step(), 0).cleanKind());
        model.addAttribute("title", stepWords.title(step, steps.of(sequence)));
        return "mail/sequences/parts/edit";
    }

    String remove(SequenceId sequence, Placed step, Model model) {
        around(sequence, step.position(), model);
        model.addAttribute("step", step);
        model.addAttribute("title", stepWords.title(step, steps.of(sequence)));
        return "mail/sequences/parts/remove";
    }

    boolean isFull(SequenceId sequence) {
        return steps.of(sequence).size() >= EditSteps.MOST;
    }

    private void around(SequenceId sequence, int at, Model model) {
        model.addAttribute("sequence", sequences.find(sequence).orElseThrow(NotFound::new));
        model.addAttribute("choices", choices(sequence, at));
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("tags", occasions.tags());
    }

    /** @param behind the steps from this place on come later than the condition */
    StepChoices choices(SequenceId sequence, int behind) {
        var all = steps.of(sequence);
        var asks = new LinkedHashMap<String, String>();
        asks.put("TAGGED:", words.say("mail.asks.TAGGED"));
        occasions.exits().forEach((key, name) -> {
            if (key.startsWith("BOUGHT:")) {
                asks.put(key, name);
            }
        });
        mails(all, behind)
                .forEach(mail -> List.of(Asked.OPENED, Asked.CLICKED)
                        .forEach(asked -> asks.put(
                                asked + ":" + mail.id(), words.say("mail.asks." + asked, stepWords.title(mail, all)))));
        var later = new LinkedHashMap<String, String>();
        all.stream()
                .filter(step -> step.position() >= behind)
                .forEach(step -> later.put(
                        step.id().toString(),
                        words.say("mail.otherwise.step", step.position() + 1, stepWords.title(step, all))));
        return new StepChoices(asks, later);
    }

    private static List<Placed> mails(List<Placed> all, int before) {
        return all.stream()
                .filter(step -> step.step() instanceof Step.Mail && step.position() < before)
                .toList();
    }
}
