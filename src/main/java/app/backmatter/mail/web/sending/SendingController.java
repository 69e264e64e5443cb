package app.backmatter.mail.web.sending;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MailServer;
import app.backmatter.mail.bounce.mailbox.BounceMailboxes;
import app.backmatter.mail.broadcast.Paces;
import app.backmatter.mail.dkim.DkimKeys;
import app.backmatter.mail.domain.Sender;
import app.backmatter.mail.sender.OwnSenders;
import app.backmatter.mail.way.OwnWays;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In whose name the workspace's mails leave, and how fast; for its owners. */
@Controller
@RequestMapping("/w/{workspace}/settings/sending")
class SendingController {
    private static final String PAGE = "mail/sending/edit";

    private final OwnSenders senders;
    private final Paces paces;
    private final Sender sender;
    private final DkimKeys keys;
    private final BounceMailboxes mailboxes;
    private final OwnWays ways;
    private final MailServer server;
    private final Workspaces workspaces;
    private final Words words;

    SendingController(
            OwnSenders senders,
            Paces paces,
            Sender sender,
            DkimKeys keys,
            BounceMailboxes mailboxes,
            OwnWays ways,
            MailServer server,
            Workspaces workspaces,
            Words words) {
        this.senders = senders;
        this.paces = paces;
        this.sender = sender;
        this.keys = keys;
        this.mailboxes = mailboxes;
        this.ways = ways;
        this.server = server;
        this.workspaces = workspaces;
        this.words = words;
    }

    @ModelAttribute
    void page(Model model) {
        model.addAttribute("usual", workspaces.get(WorkspaceScope.current()));
        model.addAttribute("forced", sender.forced(WorkspaceScope.current()));
        model.addAttribute("most", paces);
        model.addAttribute("bounces", mailboxes.get().isPresent());
        model.addAttribute("installation", server.isSet());
        ways.of(WorkspaceScope.current()).ifPresent(way -> model.addAttribute("way", way.kind()));
        model.addAttribute(
                "signing",
                keys.all().stream()
                        .filter(key -> key.signs())
                        .map(key -> key.domain())
                        .distinct()
                        .toList());
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute("form", SendingForm.of(WorkspaceScope.current(), senders, paces));
        return PAGE;
    }

    @PostMapping
    String save(@ModelAttribute("form") SendingForm form, BindingResult errors, RedirectAttributes redirect) {
        form.check(paces, errors);
        if (errors.hasErrors()) {
            return PAGE;
        }
        senders.set(form.senders());
        paces.choose(WorkspaceScope.current(), form.pace());
        redirect.addFlashAttribute("flash", words.say("mail.sending.saved"));
        return "redirect:/w/{workspace}/settings/sending";
    }
}
