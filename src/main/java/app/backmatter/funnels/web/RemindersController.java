package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.reminder.KeepReminders;
import app.backmatter.funnels.reminder.Reminder;
import app.backmatter.funnels.reminder.ReminderPlan;
import app.backmatter.funnels.reminder.ReminderWords;
import app.backmatter.funnels.reminder.SentReminders;
import app.backmatter.mail.MailPreview;
import app.backmatter.mail.ShownMail;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
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

/** What readers are sent who left a checkout of the funnel without paying. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}/reminders")
class RemindersController {
    private final FunnelDrafts drafts;
    private final KeepReminders reminders;
    private final SentReminders sent;
    private final ReminderWords reminderWords;
    private final ReminderCodes codes;
    private final MailPreview preview;
    private final Words words;

    RemindersController(
            FunnelDrafts drafts,
            KeepReminders reminders,
            SentReminders sent,
            ReminderWords reminderWords,
            ReminderCodes codes,
            MailPreview preview,
            Words words) {
        this.drafts = drafts;
        this.reminders = reminders;
        this.sent = sent;
        this.reminderWords = reminderWords;
        this.codes = codes;
        this.preview = preview;
        this.words = words;
    }

    @GetMapping
    String edit(@PathVariable FunnelId id, Model model, HttpServletResponse response) {
        var plan = reminders.of(id);
        model.addAttribute("form", RemindersForm.of(plan));
        return form(id, plan, model, response);
    }

    @PostMapping
    String update(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @PathVariable FunnelId id,
            @ModelAttribute("form") RemindersForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var plan = reminders.of(drafts.get(id).id());
        form.check(codes.of(id, plan).keySet(), errors);
        if (errors.hasErrors()) {
            return form(id, plan, model, response);
        }
        reminders.keep(id, form.toPlan());
        redirect.addFlashAttribute("flash", words.say("layout.saved"));
        return "redirect:/w/" + workspace.slug() + "/funnels/" + id + "/reminders";
    }

    /** @param number of the reminder, from 1 */
    @GetMapping("/document")
    ResponseEntity<String> document(@PathVariable FunnelId id, @RequestParam(defaultValue = "1") int number) {
        if (number < 1 || number > Reminder.MOST) {
            throw new NotFound();
        }
        var reminder = reminders.of(id).reminder(number);
        return ShownMail.document(preview.html(reminderWords.example(drafts.asPublished(id), reminder)));
    }

    /** @param plan as it was kept last */
    private String form(FunnelId id, ReminderPlan plan, Model model, HttpServletResponse response) {
        var draft = drafts.get(id);
        model.addAttribute("funnel", draft);
        model.addAttribute("plan", plan);
        model.addAttribute("figures", sent.of(id));
        model.addAttribute("codes", codes.of(id, plan));
        model.addAttribute("ended", codes.ended(plan));
        model.addAttribute("useless", codes.useless(draft.content(), plan));
        ShownMail.allowIn(response);
        return "funnels/reminders";
    }
}
