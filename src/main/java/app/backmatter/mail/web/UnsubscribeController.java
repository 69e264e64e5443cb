package app.backmatter.mail.web;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactStatus;
import app.backmatter.mail.tracking.KeepLeavings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Leaving the list: a page with one button for people, and the same POST without any page for mail programs (RFC 8058).
 * Looking at the page changes nothing, because scanners look too. Links in broadcasts tell which mail it was.
 */
@Controller
@RequestMapping({"/unsubscribe/{token}", "/unsubscribe/{token}/{mail}"})
class UnsubscribeController {
    private final Reader reader;
    private final Audience audience;
    private final KeepLeavings leavings;
    private final Clock clock;

    UnsubscribeController(Reader reader, Audience audience, KeepLeavings leavings, Clock clock) {
        this.reader = reader;
        this.audience = audience;
        this.leavings = leavings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String token, @PathVariable(required = false) @Nullable String mail, Model model) {
        reader.show(token, model);
        model.addAttribute("mail", mail == null || !KeepLeavings.isCode(mail) ? "" : "/" + mail);
        return "mail/subscription/unsubscribe";
    }

    @PostMapping
    String unsubscribe(
            @PathVariable String token,
            @PathVariable(required = false) @Nullable String mail,
            @RequestParam(name = "List-Unsubscribe", defaultValue = "") String oneClick,
            Model model) {
        var origin = oneClick.equals("One-Click") ? "one-click" : "/unsubscribe";
        reader.change(token, contact -> {
            audience.unsubscribe(contact.id(), origin, clock.instant());
            if (mail != null && contact.status() != ContactStatus.UNSUBSCRIBED) {
                leavings.keep(contact.id(), mail, clock.instant());
            }
        });
        reader.show(token, model);
        return "mail/subscription/left";
    }
}
