package app.backmatter.mail.web;

import app.backmatter.audience.Audience;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a contact chooses: the name to be called by, and whether mail comes. */
@Controller
@RequestMapping("/preferences/{token}")
class PreferencesController {
    private final Reader reader;
    private final Audience audience;
    private final Words words;
    private final Clock clock;

    PreferencesController(Reader reader, Audience audience, Words words, Clock clock) {
        this.reader = reader;
        this.audience = audience;
        this.words = words;
        this.clock = clock;
    }

    /** @param done what was just changed: name or back; anything else shows nothing */
    @GetMapping
    String show(@PathVariable String token, @RequestParam(defaultValue = "") String done, Model model) {
        reader.show(token, model);
        model.addAttribute("consent", consent((String) model.getAttribute("author")));
        model.addAttribute("done", done);
        return "mail/subscription/preferences";
    }

    @PostMapping
    String rename(@PathVariable String token, @RequestParam(defaultValue = "") String firstName) {
        var name = Typed.line(firstName);
        reader.change(token, contact -> audience.rename(contact.id(), name));
        return "redirect:/preferences/{token}?done=name";
    }

    @PostMapping("/consent")
    String resubscribe(@PathVariable String token, Model model) {
        reader.show(token, model);
        var consent = consent((String) model.getAttribute("author"));
        reader.change(token, contact -> audience.resubscribe(contact.id(), consent, "/preferences", clock.instant()));
        model.asMap().clear();
        return "redirect:/preferences/{token}?done=back";
    }

    private String consent(@Nullable String author) {
        return words.say("mail.preferences.consent", String.valueOf(author));
    }
}
