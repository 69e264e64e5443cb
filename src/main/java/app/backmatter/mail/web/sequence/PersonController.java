package app.backmatter.mail.web.sequence;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactView;
import app.backmatter.mail.Enrolment;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.sequence.Enrolments;
import app.backmatter.mail.sequence.MovePerson;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.mail.sequence.SequencePeople;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one person is in which sequence, and the author's hand in that. */
@Controller
@RequestMapping("/w/{workspace}/contacts/{contact}/sequences")
class PersonController {
    private static final String HERE = "redirect:/w/{workspace}/contacts/{contact}/sequences";

    private final Audience audience;
    private final SequencePeople people;
    private final SequenceList sequences;
    private final SequenceSteps steps;
    private final StepWords stepWords;
    private final Enrolments enrolments;
    private final MovePerson move;
    private final Words words;
    private final Clock clock;

    PersonController(
            Audience audience,
            SequencePeople people,
            SequenceList sequences,
            SequenceSteps steps,
            StepWords stepWords,
            Enrolments enrolments,
            MovePerson move,
            Words words,
            Clock clock) {
        this.audience = audience;
        this.people = people;
        this.sequences = sequences;
        this.steps = steps;
        this.stepWords = stepWords;
        this.enrolments = enrolments;
        this.move = move;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String index(@PathVariable UUID contact, Model model) {
        var mine = people.of(find(contact).id());
        var titles = new HashMap<UUID, Map<UUID, String>>();
        mine.forEach(one -> titles.put(one.sequence().value(), stepWords.titles(steps.of(one.sequence()))));
        var known = mine.stream().map(SequencePeople.Person::sequence).collect(Collectors.toSet());
        model.addAttribute("contact", find(contact));
        model.addAttribute("people", mine);
        model.addAttribute("titles", titles);
        model.addAttribute(
                "others",
                sequences.all().stream()
                        .filter(other -> !known.contains(other.id()))
                        .toList());
        return "mail/sequences/people/show";
    }

    @PostMapping
    String enter(
            @PathVariable UUID contact, @RequestParam(defaultValue = "") String sequence, RedirectAttributes redirect) {
        var found = find(contact);
        Optional.ofNullable(Typed.id(sequence))
                .flatMap(id -> sequences.find(new SequenceId(id)))
                .ifPresentOrElse(
                        view -> enrolments.enter(new Enrolment(view.id(), found.id(), null, Map.of(), clock.instant())),
                        () -> redirect.addFlashAttribute("enterError", words.say("mail.error.sequence")));
        return HERE;
    }

    /** @param to the step to go on with */
    @PostMapping("/moves")
    String move(
            @PathVariable UUID contact,
            @RequestParam(defaultValue = "") String enrolment,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes redirect) {
        var person = person(contact, enrolment);
        var step = Typed.id(to);
        if (step == null || !move.to(person, step)) {
            redirect.addFlashAttribute("flash", words.say("mail.people.stays"));
        }
        return HERE;
    }

    @PostMapping("/exit")
    String takeOut(@PathVariable UUID contact, @RequestParam(defaultValue = "") String enrolment) {
        var person = person(contact, enrolment);
        enrolments.takeOut(person.contact(), person.enrolment(), clock.instant());
        return HERE;
    }

    private SequencePeople.Person person(UUID contact, String enrolment) {
        return Optional.ofNullable(Typed.id(enrolment))
                .flatMap(id -> people.find(new ContactId(contact), id))
                .orElseThrow(NotFound::new);
    }

    private ContactView find(UUID contact) {
        return audience.find(new ContactId(contact)).orElseThrow(NotFound::new);
    }
}
