package app.backmatter.mail.web;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.ShownMail;
import app.backmatter.mail.domain.EditSequence;
import app.backmatter.mail.domain.PreviewMail;
import app.backmatter.mail.domain.SequenceList;
import app.backmatter.mail.domain.SequenceMail;
import app.backmatter.mail.domain.SequenceMails;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails of one sequence. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/mails")
class SequenceMailController {
    private static final String BACK = "redirect:/w/{workspace}/mail/sequences/{sequence}";
    private static final int MOST = 50;

    private final SequenceList sequences;
    private final SequenceMails mails;
    private final EditSequence edit;
    private final PreviewMail preview;
    private final Words words;

    SequenceMailController(
            SequenceList sequences, SequenceMails mails, EditSequence edit, PreviewMail preview, Words words) {
        this.sequences = sequences;
        this.mails = mails;
        this.edit = edit;
        this.preview = preview;
        this.words = words;
    }

    /** @param at the place that the new mail will have, from 0 */
    @GetMapping("/new")
    String make(@PathVariable UUID sequence, @RequestParam(defaultValue = "-1") int at, Model model) {
        var view = show(sequence, model);
        var place = place(at, view);
        model.addAttribute("at", place);
        model.addAttribute("form", SequenceMailForm.empty(place == 0, words.say("mail.sequences.greeting")));
        return "mail/mails/new";
    }

    @PostMapping
    String add(
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "-1") int at,
            @ModelAttribute("form") SequenceMailForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var view = show(sequence, model);
        form.check(errors);
        if (view.mails() >= MOST) {
            errors.reject("mail.error.many");
        }
        if (errors.hasErrors()) {
            model.addAttribute("at", place(at, view));
            return "mail/mails/new";
        }
        edit.add(view.id(), place(at, view), form.toMail());
        redirect.addFlashAttribute("flash", words.say("mail.sequences.added"));
        return BACK;
    }

    @GetMapping("/{mail}")
    String edit(@PathVariable UUID sequence, @PathVariable UUID mail, Model model, HttpServletResponse response) {
        show(sequence, model);
        var found = find(sequence, mail);
        model.addAttribute("mail", found);
        model.addAttribute("form", SequenceMailForm.of(found));
        ShownMail.allowIn(response);
        return "mail/mails/edit";
    }

    @PostMapping("/{mail}")
    String change(
            @PathVariable UUID sequence,
            @PathVariable UUID mail,
            @ModelAttribute("form") SequenceMailForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var view = show(sequence, model);
        model.addAttribute("mail", find(sequence, mail));
        form.check(errors);
        if (errors.hasErrors()) {
            ShownMail.allowIn(response);
            return "mail/mails/edit";
        }
        edit.change(view.id(), mail, form.toMail());
        redirect.addFlashAttribute("flash", words.say("layout.saved"));
        return BACK + "/mails/{mail}";
    }

    @GetMapping("/{mail}/document")
    ResponseEntity<String> document(@PathVariable UUID sequence, @PathVariable UUID mail) {
        return ShownMail.document(preview.html(find(sequence, mail)));
    }

    @GetMapping("/{mail}/deletion")
    String askToRemove(@PathVariable UUID sequence, @PathVariable UUID mail, Model model) {
        show(sequence, model);
        model.addAttribute("mail", find(sequence, mail));
        return "mail/mails/remove";
    }

    @PostMapping("/{mail}/deletion")
    String remove(@PathVariable UUID sequence, @PathVariable UUID mail, RedirectAttributes redirect) {
        var found = find(sequence, mail);
        edit.remove(new SequenceId(sequence), found.id());
        redirect.addFlashAttribute("flash", words.say("mail.sequences.removed", found.subject()));
        return BACK;
    }

    private SequenceView show(UUID id, Model model) {
        var view = sequences.find(new SequenceId(id)).orElseThrow(NotFound::new);
        model.addAttribute("sequence", view);
        return view;
    }

    private SequenceMail find(UUID sequence, UUID mail) {
        return mails.of(new SequenceId(sequence)).stream()
                .filter(one -> one.id().equals(mail))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static int place(int at, SequenceView view) {
        return at < 0 || at > view.mails() ? view.mails() : at;
    }
}
