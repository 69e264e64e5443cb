package app.backmatter.mail.web.sequence;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.sequence.SequenceFigures;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sequences: the mails that follow by themselves, over days and weeks. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences")
class SequenceController {
    private final SequenceList sequences;
    private final SequenceFigures figures;
    private final SequencePage page;

    SequenceController(SequenceList sequences, SequenceFigures figures, SequencePage page) {
        this.sequences = sequences;
        this.figures = figures;
        this.page = page;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("sequences", sequences.all());
        model.addAttribute("figures", figures.all());
        return "mail/sequences/index";
    }

    @GetMapping("/new")
    String make(Model model) {
        model.addAttribute("form", new SequenceForm(""));
        return "mail/sequences/new";
    }

    @PostMapping
    String create(@ModelAttribute("form") SequenceForm form, BindingResult errors, @PathVariable String workspace) {
        form.check(errors);
        if (errors.hasErrors()) {
            return "mail/sequences/new";
        }
        return "redirect:/w/%s/mail/sequences/%s".formatted(workspace, sequences.begin(form.cleanName()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        return page.of(sequences.find(new SequenceId(id)).orElseThrow(NotFound::new), model);
    }
}
