package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.broadcast.SubjectFigures;
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
    private final SubjectFigures figures;

    BroadcastWinnerController(WriteBroadcast write, ChooseSubject choose, SubjectFigures figures) {
        this.write = write;
        this.choose = choose;
        this.figures = figures;
    }

    /** @param subject 1 for the second; anything else for the first */
    @GetMapping
    String ask(@PathVariable UUID broadcast, @RequestParam(defaultValue = "") String subject, Model model) {
        var found = find(broadcast);
        if (!found.mayChooseSubject()) {
            return BACK;
        }
        boolean other = subject.equals("1");
        model.addAttribute("broadcast", found);
        model.addAttribute("subject", other ? 1 : 0);
        model.addAttribute(
                "chosen", other ? found.draft().test().subject() : found.draft().subject());
        model.addAttribute("result", figures.of(found.id()).get(other ? 1 : 0));
        return "mail/broadcasts/winner";
    }

    @PostMapping
    String choose(@PathVariable UUID broadcast, @RequestParam(defaultValue = "") String subject) {
        choose.choose(find(broadcast).id(), subject.equals("1") ? 1 : 0);
        return BACK;
    }

    private BroadcastDetails find(UUID id) {
        return write.find(new BroadcastId(id)).orElseThrow(NotFound::new);
    }
}
