package app.backmatter.audience.web;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactView;
import app.backmatter.audience.domain.Acquaintances;
import app.backmatter.audience.domain.EraseContact;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an author changes about a contact by hand. There is no way to subscribe somebody: only the person can. */
@Controller
@RequestMapping("/w/{workspace}/contacts/{id}")
class ContactChangesController {
    private static final String BACK = "redirect:/w/{workspace}/contacts/{id}";

    private final Audience audience;
    private final Acquaintances acquaintances;
    private final EraseContact erasure;
    private final Words words;
    private final Clock clock;

    ContactChangesController(
            Audience audience, Acquaintances acquaintances, EraseContact erasure, Words words, Clock clock) {
        this.audience = audience;
        this.acquaintances = acquaintances;
        this.erasure = erasure;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/tags")
    String tag(@PathVariable UUID id, @RequestParam(defaultValue = "") String tag, RedirectAttributes redirect) {
        var contact = find(id);
        var clean = Typed.line(tag);
        if (clean.isEmpty() || clean.length() > 60) {
            redirect.addFlashAttribute("tagError", words.say("audience.error.tag"));
        } else {
            audience.tag(contact.id(), clean, clock.instant());
        }
        return BACK;
    }

    @PostMapping("/tags/deletion")
    String untag(@PathVariable UUID id, @RequestParam(defaultValue = "") String tag) {
        acquaintances.untag(find(id).id(), Typed.line(tag), clock.instant());
        return BACK;
    }

    @PostMapping("/unsubscription")
    String unsubscribe(@PathVariable UUID id, RedirectAttributes redirect) {
        var contact = find(id);
        audience.unsubscribe(contact.id(), "author", clock.instant());
        redirect.addFlashAttribute("flash", words.say("audience.unsubscribed", contact.email()));
        return BACK;
    }

    @GetMapping("/deletion")
    String askToErase(@PathVariable UUID id, Model model) {
        model.addAttribute("contact", find(id));
        return "audience/erase";
    }

    @PostMapping("/deletion")
    String erase(@PathVariable UUID id, RedirectAttributes redirect) {
        var contact = find(id);
        erasure.erase(contact.id());
        redirect.addFlashAttribute("flash", words.say("audience.erased", contact.email()));
        return "redirect:/w/{workspace}/contacts";
    }

    private ContactView find(UUID id) {
        return audience.find(new ContactId(id)).orElseThrow(NotFound::new);
    }
}
