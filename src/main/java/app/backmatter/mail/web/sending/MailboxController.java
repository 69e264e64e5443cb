package app.backmatter.mail.web.sending;

import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.bounce.mailbox.BounceMailboxes;
import app.backmatter.mail.bounce.mailbox.MailboxAccess;
import app.backmatter.mail.bounce.mailbox.MailboxSecurity;
import app.backmatter.mail.bounce.mailbox.ReadMailboxes;
import app.backmatter.pages.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mailbox that bounces come to; for owners. It is kept only when it can be opened. */
@Controller
@RequestMapping("/w/{workspace}/settings/sending/bounces")
class MailboxController {
    private static final String PAGE = "mail/sending/bounces";
    private static final String HERE = "redirect:/w/{workspace}/settings/sending/bounces";

    private static final RequestLimit TRIES = new RequestLimit("bounce-mailbox", 20, Duration.ofHours(1));

    private final BounceMailboxes mailboxes;
    private final ReadMailboxes reader;
    private final RequestLimits limits;
    private final TellTrouble tells;
    private final Words words;

    MailboxController(
            BounceMailboxes mailboxes, ReadMailboxes reader, RequestLimits limits, TellTrouble tells, Words words) {
        this.mailboxes = mailboxes;
        this.reader = reader;
        this.limits = limits;
        this.tells = tells;
        this.words = words;
    }

    @ModelAttribute
    void page(Model model) {
        var ways = new LinkedHashMap<String, String>();
        Stream.of(MailboxSecurity.values())
                .filter(reader::allows)
                .forEach(way -> ways.put(way.name(), words.say("mail.mailbox.security." + way)));
        model.addAttribute("ways", ways);
        model.addAttribute("known", mailboxes.get().orElse(null));
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute(
                "form",
                mailboxes.get().map(known -> MailboxForm.of(known.access())).orElse(MailboxForm.EMPTY));
        return PAGE;
    }

    @PostMapping
    String save(
            @ModelAttribute("form") MailboxForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
        form.check(errors);
        if (!errors.hasErrors() && !limits.take(TRIES, WorkspaceScope.current().toString())) {
            errors.reject("mail.mailbox.error.often");
        }
        if (!errors.hasErrors()) {
            var access = form.access(knownPassword(form));
            var problem = reader.tryOut(access);
            if (problem.isEmpty()) {
                mailboxes.set(access);
                redirect.addFlashAttribute("flash", words.say("mail.mailbox.saved"));
                return HERE;
            }
            model.addAttribute("detail", tells.detail(problem.get()));
            errors.reject("mail.mailbox.error.closed", new Object[] {tells.plain(problem.get())}, "");
        }
        return PAGE;
    }

    /** Of the same mailbox alone: elsewhere it would be told to whoever named the place. */
    private String knownPassword(MailboxForm form) {
        return mailboxes
                .get()
                .map(known -> known.access())
                .filter(access -> sameDoor(access, form.access("")))
                .map(MailboxAccess::password)
                .orElse("");
    }

    private static boolean sameDoor(MailboxAccess one, MailboxAccess other) {
        return one.host().equals(other.host())
                && one.port() == other.port()
                && one.security() == other.security()
                && one.username().equals(other.username());
    }

    @PostMapping("/deletion")
    String delete(RedirectAttributes redirect) {
        mailboxes.delete();
        redirect.addFlashAttribute("flash", words.say("mail.mailbox.deleted"));
        return HERE;
    }
}
