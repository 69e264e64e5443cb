package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.ChooseSubject;
import app.backmatter.mail.domain.WriteBroadcast;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The author says which of two subjects goes to the rest of the readers. */
@Controller
@RequestMapping("/w/{workspace}/mail/broadcasts/{broadcast}/winner")
class BroadcastWinnerController {
    private static final String BACK = "redirect:/w/{workspace}/mail/broadcasts/{broadcast}";

    private final WriteBroadcast write;
    private final ChooseSubject choose;
    private final CompareSubjects subjects;

    BroadcastWinnerController(WriteBroadcast write, ChooseSubject choose, CompareSubjects subjects) {
        this.write = write;
        this.choose = choose;
        this.subjects = subjects;
    }

    /** @param subject 0 for the first, 1 for the second */
    @GetMapping
    String ask(@PathVariable UUID broadcast, @RequestParam(defaultValue = "0") String subject, Model model) {
        var found = find(broadcast);
        int chosen = number(subject);
        if (!found.mayChooseSubject()) {
            return BACK;
        }
        var draft = found.draft();
        model.addAttribute("broadcast", found);
        model.addAttribute("subject", chosen);
        model.addAttribute("chosen", chosen == 1 ? draft.test().subject() : draft.subject());
        model.addAttribute("result", subjects.of(found).get(chosen));
        return "mail/broadcasts/winner";
    }

    @PostMapping
    String choose(@PathVariable UUID broadcast, @RequestParam(defaultValue = "0") String subject) {
        choose.choose(find(broadcast).id(), number(subject));
        return BACK;
    }

    private static int number(String subject) {
        return switch (subject) {
            case "0" -> 0;
            case "1" -> 1;
            default -> throw new NotFound();
        };
    }

    private BroadcastDetails find(UUID id) {
        return write.find(new BroadcastId(id)).orElseThrow(NotFound::new);
    }
}
