package app.backmatter.audience.web;

import app.backmatter.audience.Audience;
import app.backmatter.audience.ContactId;
import app.backmatter.audience.domain.ContactNotes;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an author writes down about a person. */
@Controller
@RequestMapping("/w/{workspace}/contacts/{id}/notes")
class NotesController {
    private static final String BACK = "redirect:/w/{workspace}/contacts/{id}";

    private final Audience audience;
    private final ContactNotes notes;
    private final Words words;
    private final Clock clock;

    NotesController(Audience audience, ContactNotes notes, Words words, Clock clock) {
        this.audience = audience;
        this.notes = notes;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping
    String write(@PathVariable UUID id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        var contact = find(id);
        var text = Typed.text(note);
        if (text.isEmpty() || text.length() > ContactNotes.LONGEST) {
            redirect.addFlashAttribute("noteError", words.say("audience.error.note"));
            redirect.addFlashAttribute("noteTyped", text);
        } else {
            notes.add(contact, text, clock.instant());
        }
        return BACK;
    }

    @PostMapping("/deletion")
    String delete(@PathVariable UUID id, @RequestParam @Nullable UUID note) {
        var contact = find(id);
        if (note != null) {
            notes.delete(contact, note);
        }
        return BACK;
    }

    private ContactId find(UUID id) {
        return audience.find(new ContactId(id)).orElseThrow(NotFound::new).id();
    }
}
