package app.backmatter.mail.web.sequence;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceView;
import app.backmatter.mail.sequence.CopySequence;
import app.backmatter.mail.sequence.PauseSequence;
import app.backmatter.mail.sequence.SequenceList;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sequence as a thing: whether it runs, what it is called, one more of the same, one less. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}")
class SequenceChangesController {
    private static final String LIST = "redirect:/w/%s/mail/sequences";
    private static final String HERE = LIST + "/%s";

    private final SequenceList sequences;
    private final PauseSequence pause;
    private final CopySequence copy;
    private final Words words;

    SequenceChangesController(SequenceList sequences, PauseSequence pause, CopySequence copy, Words words) {
        this.sequences = sequences;
        this.pause = pause;
        this.copy = copy;
        this.words = words;
    }

    @PostMapping("/pause")
    String pause(@PathVariable String workspace, @PathVariable UUID sequence) {
        pause.pause(find(sequence).id());
        return HERE.formatted(workspace, sequence);
    }

    @PostMapping("/resumption")
    String resume(@PathVariable String workspace, @PathVariable UUID sequence) {
        pause.resume(find(sequence).id());
        return HERE.formatted(workspace, sequence);
    }

    @PostMapping("/copies")
    String copy(@PathVariable String workspace, @PathVariable UUID sequence, RedirectAttributes redirect) {
        var view = find(sequence);
        var name = words.say("mail.sequences.copy-of", view.name());
        var made = copy.copy(view, name.substring(0, Math.min(100, name.length())));
        redirect.addFlashAttribute("flash", words.say("mail.sequences.copied"));
        return HERE.formatted(workspace, made);
    }

    @GetMapping("/name")
    String askName(@PathVariable UUID sequence, Model model) {
        var view = find(sequence);
        model.addAttribute("sequence", view);
        model.addAttribute("form", new SequenceForm(view.name()));
        return "mail/sequences/name";
    }

    @PostMapping("/name")
    String rename(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @ModelAttribute("form") SequenceForm form,
            BindingResult errors,
            Model model) {
        model.addAttribute("sequence", find(sequence));
        form.check(errors);
        if (errors.hasErrors()) {
            return "mail/sequences/name";
        }
        sequences.rename(new SequenceId(sequence), form.cleanName());
        return HERE.formatted(workspace, sequence);
    }

    @GetMapping("/deletion")
    String askToDelete(@PathVariable UUID sequence, Model model) {
        model.addAttribute("sequence", find(sequence));
        model.addAttribute("deletable", sequences.isUnused(new SequenceId(sequence)));
        return "mail/sequences/deletion";
    }

    @PostMapping("/deletion")
    String delete(@PathVariable String workspace, @PathVariable UUID sequence, RedirectAttributes redirect) {
        var view = find(sequence);
        if (!sequences.isUnused(view.id()) || !sequences.delete(view.id())) {
            return HERE.formatted(workspace, sequence) + "/deletion";
        }
        redirect.addFlashAttribute("flash", words.say("mail.sequences.deleted", view.name()));
        return LIST.formatted(workspace);
    }

    private SequenceView find(UUID sequence) {
        return sequences.find(new SequenceId(sequence)).orElseThrow(NotFound::new);
    }
}
