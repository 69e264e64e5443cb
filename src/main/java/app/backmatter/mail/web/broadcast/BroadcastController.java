package app.backmatter.mail.web.broadcast;

import app.backmatter.accounts.AccountId;
import app.backmatter.audience.Addressed;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.BroadcastList;
import app.backmatter.mail.domain.BroadcastRow;
import app.backmatter.mail.domain.NoDraft;
import app.backmatter.mail.domain.SendTest;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.mail.web.content.AfterSaving;
import app.backmatter.mail.web.content.BlockForm;
import app.backmatter.mail.web.content.EditorAct;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Slice;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/**
 * Broadcasts: one e-mail to many. The editor's form holds the whole draft, and each of its buttons saves it first, so that
 * nothing typed is lost whatever is pressed.
 */
@Controller
@RequestMapping("/w/{workspace}/mail/broadcasts")
class BroadcastController {
    private static final String HERE = "redirect:/w/%s/mail/broadcasts/%s";

    private final BroadcastList list;
    private final WriteBroadcast write;
    private final SendTest test;
    private final BroadcastPage page;
    private final AfterSaving after;
    private final Words words;

    BroadcastController(
            BroadcastList list,
            WriteBroadcast write,
            SendTest test,
            BroadcastPage page,
            AfterSaving after,
            Words words) {
        this.list = list;
        this.write = write;
        this.test = test;
        this.page = page;
        this.after = after;
        this.words = words;
    }

    @GetMapping
    String index(@RequestParam @Nullable UUID before, Model model) {
        var found = list.latest(before, Slice.LOOK_FOR);
        model.addAttribute("segments", page.segmentNames());
        model.addAttribute("broadcasts", Slice.of(found, before, BroadcastRow::id));
        return "mail/broadcasts/index";
    }

    @GetMapping("/new")
    String make(Model model) {
        model.addAttribute("form", new NewBroadcastForm(""));
        return "mail/broadcasts/new";
    }

    @PostMapping
    String create(@ModelAttribute("form") NewBroadcastForm form, BindingResult errors, @PathVariable String workspace) {
        form.check(errors);
        if (errors.hasErrors()) {
            return "mail/broadcasts/new";
        }
        var greeting = new MailContent(List.of(new Block.Text(words.say("mail.broadcasts.greeting"))));
        var draft = new BroadcastDraft(Typed.line(form.subject()), "", greeting, Addressed.EVERYBODY);
        return HERE.formatted(workspace, write.begin(draft));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var broadcast = find(id);
        return page.of(broadcast, BroadcastForm.of(broadcast), model, response);
    }

    /** @param act of {@link EditorAct}; saving alone when there is none */
    @PostMapping("/{id}")
    String change(
            @PathVariable String workspace,
            @PathVariable UUID id,
            @ModelAttribute("form") BroadcastForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "save") String act,
            Principal member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var broadcast = find(id);
        var asked = EditorAct.of(act);
        form.check(page.segments(), errors);
        if (errors.hasErrors() || !isWritten(broadcast, form, asked, errors, response)) {
            return page.of(find(id), form, model, response);
        }
        return next(HERE.formatted(workspace, id), broadcast, form, asked, member, redirect);
    }

    private boolean isWritten(
            BroadcastDetails broadcast,
            BroadcastForm form,
            EditorAct asked,
            BindingResult errors,
            HttpServletResponse response) {
        try {
            var removed = Optional.ofNullable(form.removed()).flatMap(BlockForm::block);
            write.write(broadcast.id(), form.openedVersion(), form.toDraft(asked.on(form.shown(), removed)));
            return true;
        } catch (WriteBroadcast.EditedMeanwhile e) {
            errors.reject("mail.error.meanwhile");
        } catch (NoDraft e) {
            errors.reject("mail.error.no-draft");
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return false;
    }

    private String next(
            String here,
            BroadcastDetails broadcast,
            BroadcastForm form,
            EditorAct asked,
            Principal member,
            RedirectAttributes redirect) {
        if (asked.verb().equals("send")) {
            return here + "/departure";
        }
        if (asked.verb().equals("test")) {
            test(broadcast.id(), form.test().isOn(), member, redirect);
        }
        return after.next(here, asked, form.shown(), redirect);
    }

    private void test(BroadcastId id, boolean both, Principal member, RedirectAttributes redirect) {
        var said = test.send(id, both, AccountId.of(member.getName()))
                .map(to -> words.say(both ? "mail.test.sent-both" : "mail.test.sent", to.value()))
                .orElseGet(() -> words.say("mail.test.too-often"));
        redirect.addFlashAttribute("flash", said);
    }

    private BroadcastDetails find(UUID id) {
        return write.find(new BroadcastId(id)).orElseThrow(NotFound::new);
    }
}
