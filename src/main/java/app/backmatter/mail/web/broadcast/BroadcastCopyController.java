package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.NoDraft;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Broadcasts as things: one more of the same, or one less. */
@Controller
@RequestMapping("/w/{workspace}/mail/broadcasts/{broadcast}")
class BroadcastCopyController {
    private static final String LIST = "redirect:/w/%s/mail/broadcasts";

    private final WriteBroadcast write;
    private final Words words;

    BroadcastCopyController(WriteBroadcast write, Words words) {
        this.write = write;
        this.words = words;
    }

    @PostMapping("/copies")
    String copy(@PathVariable String workspace, @PathVariable UUID broadcast, RedirectAttributes redirect) {
        var copy = write.copy(new BroadcastId(broadcast));
        redirect.addFlashAttribute("flash", words.say("mail.broadcasts.copied"));
        return (LIST + "/%s").formatted(workspace, copy);
    }

    @GetMapping("/deletion")
    String ask(@PathVariable UUID broadcast, Model model) {
        model.addAttribute("broadcast", draft(broadcast));
        return "mail/broadcasts/deletion";
    }

    @PostMapping("/deletion")
    String delete(@PathVariable String workspace, @PathVariable UUID broadcast, RedirectAttributes redirect) {
        var draft = draft(broadcast);
        try {
            write.delete(draft.id());
        } catch (NoDraft e) {
            throw new NotFound();
        }
        redirect.addFlashAttribute(
                "flash", words.say("mail.broadcasts.deleted", draft.draft().subject()));
        return LIST.formatted(workspace);
    }

    /** What is on its way, or was, can't be taken away. */
    private BroadcastDetails draft(UUID id) {
        return write.find(new BroadcastId(id))
                .filter(BroadcastDetails::mayChange)
                .orElseThrow(NotFound::new);
    }
}
