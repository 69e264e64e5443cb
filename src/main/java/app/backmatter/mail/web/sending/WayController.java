package app.backmatter.mail.web.sending;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.RequestLimit;
import app.backmatter.accounts.RequestLimits;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MailServer;
import app.backmatter.mail.domain.TryWay;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.way.OwnWay;
import app.backmatter.mail.way.OwnWays;
import app.backmatter.mail.way.WayKind;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way by which the workspace's mails leave; for its owners. Saved keys never come out again. */
@Controller
@RequestMapping("/w/{workspace}/settings/sending/way")
class WayController {
    private static final String PAGE = "mail/sending/way";
    private static final String BACK = "redirect:/w/{workspace}/settings/sending/way";
    private static final RequestLimit TESTS = new RequestLimit("mail-way-test", 20, Duration.ofHours(1));

    private final OwnWays ways;
    private final MailServer server;
    private final TryWay tryWay;
    private final RequestLimits limits;
    private final PublicAddress address;
    private final TellTrouble tells;
    private final Words words;

    WayController(
            OwnWays ways,
            MailServer server,
            TryWay tryWay,
            RequestLimits limits,
            PublicAddress address,
            TellTrouble tells,
            Words words) {
        this.ways = ways;
        this.server = server;
        this.tryWay = tryWay;
        this.limits = limits;
        this.address = address;
        this.tells = tells;
        this.words = words;
    }

    @ModelAttribute
    void page(Model model) {
        model.addAttribute("kinds", WayKind.values());
        model.addAttribute("installation", server.isSet());
        present().ifPresent(way -> {
            model.addAttribute("present", way.kind());
            model.addAttribute("readable", !way.secret().isEmpty());
            if (way.kind().calls()) {
                model.addAttribute("calls", address.of("/webhooks/mail/" + way.id() + "/" + way.callToken()));
            }
        });
    }

    /** @param kind of another way that is looked at; empty for the one in use */
    @GetMapping
    String edit(@RequestParam(defaultValue = "") String kind, Model model) {
        WayForm.kindOf(kind)
                .or(() -> present().map(OwnWay::kind))
                .ifPresent(chosen -> model.addAttribute("form", WayForm.of(chosen, present(chosen))));
        return PAGE;
    }

    @PostMapping
    String save(
            @ModelAttribute("form") WayForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes redirect) {
        var kind = form.way().orElse(WayKind.SMTP);
        form.check(kind, present(kind), errors);
        if (!errors.hasErrors() && !form.insists()) {
            open(kind, form, person, errors, model);
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        ways.choose(kind, form.details(kind), form.secret(present(kind)), form.callKey(present(kind)));
        redirect.addFlashAttribute("flash", words.say("mail.way.saved"));
        return BACK;
    }

    /** Services let everybody in, and say what they think of a key with the first mail. */
    private void open(WayKind kind, WayForm form, Principal person, BindingResult errors, Model model) {
        if (!limits.take(TESTS, person.getName())) {
            model.addAttribute("untried", true);
            errors.reject("mail.way.often");
            return;
        }
        tryWay.open(kind, form.details(kind), form.secret(present(kind))).ifPresent(trouble -> {
            model.addAttribute("detail", tells.detail(trouble));
            model.addAttribute("untried", trouble.kind() != Trouble.Kind.INSIDE);
            errors.reject("mail.way.error.tried", new Object[] {tells.plain(trouble)}, "");
        });
    }

    /** A mail to who asks for it, so that what is wrong is said at once. */
    @PostMapping("/test")
    String test(Principal person, RedirectAttributes redirect) {
        var member = AccountId.of(person.getName());
        if (!server.isSetHere()) {
            redirect.addFlashAttribute("refused", words.say("mail.way.none"));
            return BACK;
        }
        if (!limits.take(TESTS, member.toString())) {
            redirect.addFlashAttribute("refused", words.say("mail.way.often"));
            return BACK;
        }
        var outcome = tryWay.send(member);
        outcome.trouble()
                .ifPresentOrElse(
                        trouble -> {
                            redirect.addFlashAttribute("refused", words.say("mail.way.refused", tells.plain(trouble)));
                            redirect.addFlashAttribute("detail", tells.detail(trouble));
                        },
                        () -> redirect.addFlashAttribute("flash", words.say("mail.way.taken", outcome.to())));
        return BACK;
    }

    @GetMapping("/deletion")
    String askToLeave() {
        return "mail/sending/leave-way";
    }

    @PostMapping("/deletion")
    String leave(RedirectAttributes redirect) {
        ways.leave();
        redirect.addFlashAttribute("flash", words.say("mail.way.left"));
        return BACK;
    }

    private Optional<OwnWay> present() {
        return ways.present(WorkspaceScope.current());
    }

    private Optional<OwnWay> present(WayKind kind) {
        return present().filter(way -> way.kind() == kind);
    }
}
