package app.backmatter.mail.web;

import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceUse;
import app.backmatter.mail.domain.SequenceList;
import app.backmatter.mail.domain.SequenceMails;
import app.backmatter.pages.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
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
    private final SequenceMails mails;
    private final ObjectProvider<SequenceUse> uses;

    SequenceController(SequenceList sequences, SequenceMails mails, ObjectProvider<SequenceUse> uses) {
        this.sequences = sequences;
        this.mails = mails;
        this.uses = uses;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("sequences", sequences.all());
        return "mail/sequences/index";
    }

    @GetMapping("/new")
    String make(Model model) {
        model.addAttribute("form", SequenceForm.EMPTY);
        return "mail/sequences/new";
    }

    @PostMapping
    String create(@ModelAttribute("form") SequenceForm form, BindingResult errors, @PathVariable String workspace) {
        form.check(errors);
        if (errors.hasErrors()) {
            return "mail/sequences/new";
        }
        var sequence = new NewSequence(form.cleanName(), form.chosenPurpose().orElseThrow(), List.of());
        return "redirect:/w/%s/mail/sequences/%s".formatted(workspace, sequences.create(sequence));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var sequence = new SequenceId(id);
        model.addAttribute("sequence", sequences.find(sequence).orElseThrow(NotFound::new));
        model.addAttribute("mails", mails.of(sequence));
        model.addAttribute(
                "uses", uses.stream().flatMap(use -> use.of(sequence).stream()).toList());
        return "mail/sequences/show";
    }
}
