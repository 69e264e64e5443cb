package app.backmatter.mail.web.sequence;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.sequence.Occasion;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.mail.sequence.SequenceRules;
import app.backmatter.mail.sequence.SequenceRules.Way;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What brings people into a sequence by itself, and what ends it for them. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/rules")
class RuleController {
    private static final String BACK = "redirect:/w/%s/mail/sequences/%s#%s";

    private final SequenceList sequences;
    private final SequenceRules rules;
    private final OccasionChoices choices;
    private final Words words;

    RuleController(SequenceList sequences, SequenceRules rules, OccasionChoices choices, Words words) {
        this.sequences = sequences;
        this.rules = rules;
        this.choices = choices;
        this.words = words;
    }

    /** @param when as {@link OccasionChoices} names it; a tag stands in {@code tag} */
    @PostMapping
    String add(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "ENTRY") String way,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(defaultValue = "") String tag,
            Locale locale,
            RedirectAttributes redirect) {
        var id = find(sequence);
        var chosenWay = way.equals("EXIT") ? Way.EXIT : Way.ENTRY;
        var chosen = choices.chosen(when, chosenWay, Typed.line(tag), locale);
        if (chosen.isEmpty()
                || chosen.get().occasion() == Occasion.TAGGED
                        && !isTag(chosen.get().subject())) {
            redirect.addFlashAttribute(
                    "ruleError" + chosenWay, words.say(chosen.isEmpty() ? "mail.error.when" : "mail.error.tag"));
            redirect.addFlashAttribute("ruleTyped" + chosenWay, when);
        } else {
            rules.add(id, chosenWay, chosen.get().occasion(), chosen.get().subject());
        }
        return BACK.formatted(workspace, sequence, chosenWay.name().toLowerCase(Locale.ROOT));
    }

    @PostMapping("/deletion")
    String remove(@PathVariable String workspace, @PathVariable UUID sequence, @RequestParam @Nullable UUID rule) {
        var id = find(sequence);
        if (rule != null) {
            rules.remove(id, rule);
        }
        return BACK.formatted(workspace, sequence, "entry");
    }

    private static boolean isTag(String tag) {
        return !tag.isEmpty() && tag.length() <= 60;
    }

    private SequenceId find(UUID sequence) {
        return sequences
                .find(new SequenceId(sequence))
                .orElseThrow(NotFound::new)
                .id();
    }
}
