package app.backmatter.mail.web.sequence;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.Segments;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.sequence.Intakes;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.mail.sequence.SequencePeople;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Slice;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is in a sequence, and letting a segment in. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/people")
class PeopleController {
    private final SequenceList sequences;
    private final SequencePeople people;
    private final SequenceSteps steps;
    private final StepWords stepWords;
    private final Segments segments;
    private final Intakes intakes;
    private final Words words;

    PeopleController(
            SequenceList sequences,
            SequencePeople people,
            SequenceSteps steps,
            StepWords stepWords,
            Segments segments,
            Intakes intakes,
            Words words) {
        this.sequences = sequences;
        this.people = people;
        this.steps = steps;
        this.stepWords = stepWords;
        this.segments = segments;
        this.intakes = intakes;
        this.words = words;
    }

    /** @param at a step; everybody without one */
    @GetMapping
    String index(
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "") String at,
            @RequestParam @Nullable UUID before,
            Model model) {
        var view = find(sequence);
        var step = Typed.id(at);
        var found = people.of(view.id(), step, before, Slice.LOOK_FOR);
        model.addAttribute("sequence", view);
        model.addAttribute("people", Slice.of(found, before, SequencePeople.Person::enrolment));
        model.addAttribute("titles", stepWords.titles(steps.of(view.id())));
        model.addAttribute("at", step == null ? "" : step.toString());
        return "mail/sequences/people/index";
    }

    @GetMapping("/new")
    String choose(@PathVariable UUID sequence, Model model) {
        model.addAttribute("sequence", find(sequence));
        model.addAttribute("segments", segments.all());
        return "mail/sequences/people/new";
    }

    /** @param segment its id; empty for everybody on the list */
    @PostMapping
    String letIn(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "") String segment,
            RedirectAttributes redirect) {
        var view = find(sequence);
        var chosen = Typed.id(segment);
        if (!segment.isEmpty()
                && (chosen == null || segments.find(new SegmentId(chosen)).isEmpty())) {
            redirect.addFlashAttribute("segmentError", words.say("mail.error.segment"));
            return "redirect:/w/%s/mail/sequences/%s/people/new".formatted(workspace, sequence);
        }
        intakes.begin(view.id(), chosen == null ? null : new SegmentId(chosen));
        redirect.addFlashAttribute("flash", words.say("mail.people.begun"));
        return "redirect:/w/%s/mail/sequences/%s".formatted(workspace, sequence);
    }

    private SequenceView find(UUID sequence) {
        return sequences.find(new SequenceId(sequence)).orElseThrow(NotFound::new);
    }
}
