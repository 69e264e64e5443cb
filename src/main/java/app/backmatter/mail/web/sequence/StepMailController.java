package app.backmatter.mail.web.sequence;

import app.backmatter.accounts.AccountId;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.SendTest;
import app.backmatter.mail.sequence.EditSteps;
import app.backmatter.mail.sequence.Placed;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.web.content.AfterSaving;
import app.backmatter.mail.web.content.BlockForm;
import app.backmatter.mail.web.content.EditorAct;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
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

/** The mails of one sequence: each of the editor's buttons saves first, so that nothing typed is lost. */
@Controller
@RequestMapping("/w/{workspace}/mail/sequences/{sequence}/mails")
class StepMailController {
    private static final String HERE = "redirect:/w/%s/mail/sequences/%s/mails/%s";

    private final StepMails mails;
    private final SequenceSteps steps;
    private final EditSteps edit;
    private final SendTest test;
    private final AfterSaving after;
    private final Words words;

    StepMailController(
            StepMails mails, SequenceSteps steps, EditSteps edit, SendTest test, AfterSaving after, Words words) {
        this.mails = mails;
        this.steps = steps;
        this.edit = edit;
        this.test = test;
        this.after = after;
        this.words = words;
    }

    /** @param at the place that the new mail will have, from 0 */
    @GetMapping("/new")
    String make(@PathVariable UUID sequence, @RequestParam(defaultValue = "100") int at, Model model) {
        model.addAttribute("sequence", mails.sequence(sequence));
        model.addAttribute("at", at);
        model.addAttribute("form", new NewMailForm(""));
        return "mail/mails/new";
    }

    @PostMapping
    String add(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @RequestParam(defaultValue = "100") int at,
            @ModelAttribute("form") NewMailForm form,
            BindingResult errors,
            Model model) {
        var view = mails.sequence(sequence);
        form.check(errors);
        if (steps.of(view.id()).size() >= EditSteps.MOST) {
            errors.reject("mail.error.many");
        }
        if (errors.hasErrors()) {
            model.addAttribute("sequence", view);
            model.addAttribute("at", at);
            return "mail/mails/new";
        }
        var greeting = new MailContent(List.of(new Block.Text(words.say("mail.broadcasts.greeting"))));
        var mail = edit.add(view.id(), at, new Step.Mail(Typed.line(form.subject()), "", greeting));
        return HERE.formatted(workspace, sequence, mail);
    }

    @GetMapping("/{mail}")
    String show(@PathVariable UUID sequence, @PathVariable UUID mail, Model model, HttpServletResponse response) {
        var step = mails.find(sequence, mail);
        var form = StepMailForm.of((Step.Mail) step.step(), step.version());
        return mails.edit(sequence, mail, form, model, response);
    }

    /** @param act of {@link EditorAct}; saving alone when there is none */
    @PostMapping("/{mail}")
    String change(
            @PathVariable String workspace,
            @PathVariable UUID sequence,
            @PathVariable UUID mail,
            @ModelAttribute("form") StepMailForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "save") String act,
            Principal member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var step = mails.find(sequence, mail);
        var asked = EditorAct.of(act);
        form.check(errors);
        if (errors.hasErrors() || !isWritten(new SequenceId(sequence), step, form, asked, errors, response)) {
            return mails.edit(sequence, mail, form, model, response);
        }
        if (asked.verb().equals("test")) {
            test(new SequenceId(sequence), mail, member, redirect);
        }
        return after.next(HERE.formatted(workspace, sequence, mail), asked, form.shown(), redirect);
    }

    private boolean isWritten(
            SequenceId sequence,
            Placed step,
            StepMailForm form,
            EditorAct asked,
            BindingResult errors,
            HttpServletResponse response) {
        var removed = Optional.ofNullable(form.removed()).flatMap(BlockForm::block);
        var changed = form.toMail(asked.on(form.shown(), removed));
        if (edit.change(sequence, step.id(), form.openedVersion(), changed)) {
            return true;
        }
        errors.reject("mail.error.meanwhile");
        response.setStatus(HttpStatus.CONFLICT.value());
        return false;
    }

    private void test(SequenceId sequence, UUID mail, Principal member, RedirectAttributes redirect) {
        var said = test.send(sequence, mail, AccountId.of(member.getName()))
                .map(to -> words.say("mail.test.sent", to.value()))
                .orElseGet(() -> words.say("mail.test.too-often"));
        redirect.addFlashAttribute("flash", said);
    }
}
