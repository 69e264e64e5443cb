package app.backmatter.mail.web.sequence;

import app.backmatter.mail.SequenceId;
import app.backmatter.mail.sequence.EditSteps;
import app.backmatter.mail.sequence.Placed;
import app.backmatter.mail.sequence.SequenceFigures;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.mail.sequence.Step;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

/** The steps of one sequence: waits and conditions, and where each step stands. Mails have an editor of their own. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/parts")
class PartController {
    private static final String BACK = "redirect:/w/%s/mail/sequences/%s";

    private final SequenceSteps steps;
    private final EditSteps edit;
    private final PartPage page;
    private final SequenceFigures figures;
    private final Words words;

    PartController(SequenceSteps steps, EditSteps edit, PartPage page, SequenceFigures figures, Words words) {
        this.steps = steps;
        this.edit = edit;
        this.page = page;
        this.figures = figures;
        this.words = words;
    }

    /** @param place that the new step will have, from 0 */
    @GetMapping("/new")
    String make(
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "for") String kind,
            @RequestParam(defaultValue = "100") int place,
            Model model) {
        var form = PartForm.empty(PartForm.KINDS.contains(kind) ? kind : "for");
        model.addAttribute("form", form);
        return page.make(new SequenceId(sequence), place, form, model);
    }

    @PostMapping
    String add(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "100") int place,
            @ModelAttribute("form") PartForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var id = new SequenceId(sequence);
        var view = page.make(id, place, form, model);
        form.check(page.choices(id, place), errors);
        if (page.isFull(id)) {
            errors.reject("mail.error.many");
        }
        if (errors.hasErrors()) {
            return view;
        }
        var step = edit.add(id, place, form.toStep());
        redirect.addFlashAttribute("flash", words.say("mail.sequences.added"));
        return (BACK + "#step-%s").formatted(workspace, sequence, step);
    }

    @GetMapping("/{part}")
    String show(@PathVariable UUID sequence, @PathVariable UUID part, Model model) {
        var step = wait(sequence, part);
        model.addAttribute("form", PartForm.of(step.step(), step.version()));
        return page.edit(new SequenceId(sequence), step, model);
    }

    @PostMapping("/{part}")
    String change(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @PathVariable UUID part,
            @ModelAttribute("form") PartForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var step = wait(sequence, part);
        var id = new SequenceId(sequence);
        form.check(page.choices(id, step.position() + 1), errors);
        if (!errors.hasErrors() && !edit.change(id, part, form.openedVersion(), form.toStep())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            errors.reject("mail.error.meanwhile");
        }
        if (errors.hasErrors()) {
            return page.edit(id, step, model);
        }
        redirect.addFlashAttribute("flash", words.say("layout.saved"));
        return (BACK + "#step-%s").formatted(workspace, sequence, part);
    }

    @PostMapping("/{part}/moves")
    String move(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @PathVariable UUID part,
            @RequestParam(defaultValue = "down") String to) {
        find(sequence, part);
        edit.move(new SequenceId(sequence), part, to.equals("up"));
        return (BACK + "#step-%s").formatted(workspace, sequence, part);
    }

    @GetMapping("/{part}/deletion")
    String askToRemove(@PathVariable UUID sequence, @PathVariable UUID part, Model model) {
        var id = new SequenceId(sequence);
        var here = figures.steps(id).getOrDefault(part, SequenceFigures.OfStep.NONE);
        model.addAttribute("waiting", here.here());
        return page.remove(id, find(sequence, part), model);
    }

    @PostMapping("/{part}/deletion")
    String remove(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @PathVariable UUID part,
            RedirectAttributes redirect) {
        find(sequence, part);
        edit.remove(new SequenceId(sequence), part);
        redirect.addFlashAttribute("flash", words.say("mail.sequences.removed"));
        return BACK.formatted(workspace, sequence);
    }

    private Placed wait(UUID sequence, UUID part) {
        var step = find(sequence, part);
        if (step.step() instanceof Step.Mail) {
            throw new NotFound();
        }
        return step;
    }

    private Placed find(UUID sequence, UUID part) {
        return steps.find(new SequenceId(sequence), part).orElseThrow(NotFound::new);
    }
}
