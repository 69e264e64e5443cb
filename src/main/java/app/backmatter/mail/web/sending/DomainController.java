package app.backmatter.mail.web.sending;

import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SenderAddress;
import app.backmatter.mail.dkim.DkimKeys;
import app.backmatter.mail.dkim.DomainName;
import app.backmatter.mail.dkim.Finding;
import app.backmatter.pages.Words;
import java.time.Duration;
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

/** What the workspace's mails are signed with, domain by domain. */
@Controller
@RequestMapping("/w/{workspace}/settings/sending/domains")
class DomainController {
    private static final String PAGE = "mail/sending/domains";
    private static final String BACK = "redirect:/w/{workspace}/settings/sending/domains";
    private static final RequestLimit KEYS = new RequestLimit("dkim-keys", 30, Duration.ofHours(1));

    private final DkimKeys keys;
    private final SenderAddress sender;
    private final RequestLimits limits;
    private final Words words;

    DomainController(DkimKeys keys, SenderAddress sender, RequestLimits limits, Words words) {
        this.keys = keys;
        this.sender = sender;
        this.limits = limits;
        this.words = words;
    }

    @ModelAttribute
    void page(Model model) {
        model.addAttribute("keys", keys.all().stream().map(KeyCard::of).toList());
        model.addAttribute("from", sender.of(WorkspaceScope.current()));
    }

    @GetMapping
    String show(Model model) {
        var own = DomainName.parse(sender.of(WorkspaceScope.current())).orElse("");
        model.addAttribute("form", new DomainForm(own));
        return PAGE;
    }

    @PostMapping
    String make(@ModelAttribute("form") DomainForm form, BindingResult errors, RedirectAttributes redirect) {
        form.check(keys, errors);
        if (!errors.hasErrors() && !limits.take(KEYS, WorkspaceScope.current().toString())) {
            errors.rejectValue("domain", "mail.error.domain.often");
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        keys.make(form.name());
        redirect.addFlashAttribute("flash", words.say("mail.domains.made"));
        return BACK;
    }

    /** Asks DNS. */
    @PostMapping("/{key}/check")
    String check(@PathVariable UUID key, RedirectAttributes redirect) {
        var domain = keys.get(key).domain();
        var finding = keys.check(key);
        redirect.addFlashAttribute("asked", key);
        redirect.addFlashAttribute("silent", finding == Finding.SILENT);
        if (finding != Finding.SILENT) {
            keys.advice(domain).ifPresent(advice -> redirect.addFlashAttribute("advice", advice));
        }
        return BACK + "#key-" + key;
    }

    @PostMapping("/{key}/insistence")
    String insist(@PathVariable UUID key, RedirectAttributes redirect) {
        keys.insist(key);
        redirect.addFlashAttribute("flash", words.say("mail.domains.insisted"));
        return BACK;
    }

    @GetMapping("/{key}/deletion")
    String askToDelete(@PathVariable UUID key, Model model) {
        model.addAttribute("card", KeyCard.of(keys.get(key)));
        return "mail/sending/delete-key";
    }

    @PostMapping("/{key}/deletion")
    String delete(@PathVariable UUID key, RedirectAttributes redirect) {
        keys.delete(key);
        redirect.addFlashAttribute("flash", words.say("mail.domains.deleted"));
        return BACK;
    }
}
