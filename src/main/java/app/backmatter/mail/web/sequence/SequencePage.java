package app.backmatter.mail.web.sequence;

import app.backmatter.mail.MailServer;
import app.backmatter.mail.SequenceUse;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.sequence.Intakes;
import app.backmatter.mail.sequence.SequenceFigures;
import app.backmatter.mail.sequence.SequenceRules;
import app.backmatter.mail.sequence.SequenceSteps;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one sequence shows: its steps as a list, and who is where. */
@Component
class SequencePage {
    private final SequenceSteps steps;
    private final StepWords words;
    private final SequenceFigures figures;
    private final SequenceRules rules;
    private final OccasionChoices occasions;
    private final Intakes intakes;
    private final MailServer server;
    private final ObjectProvider<SequenceUse> uses;

    SequencePage(
            SequenceSteps steps,
            StepWords words,
            SequenceFigures figures,
            SequenceRules rules,
            OccasionChoices occasions,
            Intakes intakes,
            MailServer server,
            ObjectProvider<SequenceUse> uses) {
        this.steps = steps;
        this.words = words;
        this.figures = figures;
        this.rules = rules;
        this.occasions = occasions;
        this.intakes = intakes;
        this.server = server;
        this.uses = uses;
    }

    String of(SequenceView sequence, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        var placed = steps.of(sequence.id());
        model.addAttribute("sequence", sequence);
        model.addAttribute("figures", figures.of(sequence.id()));
        model.addAttribute("rows", words.rows(placed, figures.steps(sequence.id())));
        model.addAttribute("rules", occasions.named(rules.of(sequence.id()), locale));
        model.addAttribute("entries", occasions.entries(locale));
        model.addAttribute("exits", occasions.exits());
        model.addAttribute("tags", occasions.tags());
        model.addAttribute("intake", intakes.latest(sequence.id()).orElse(null));
        model.addAttribute("keeping", !server.isSet());
        model.addAttribute(
                "uses",
                uses.stream().flatMap(use -> use.of(sequence.id()).stream()).toList());
        return "mail/sequences/show";
    }
}
