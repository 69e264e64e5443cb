package app.backmatter.funnels.web;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.passage.GiftWords;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The letters that a funnel writes by itself, as its readers would get them now. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}/letters")
class LetterController {
    private final FunnelDrafts drafts;
    private final GiftWords letters;
    private final Words words;

    LetterController(FunnelDrafts drafts, GiftWords letters, Words words) {
        this.drafts = drafts;
        this.letters = letters;
        this.words = words;
    }

    @GetMapping("/confirmation")
    String confirmation(@PathVariable FunnelId id, Model model) {
        return letter("confirmation", id, model);
    }

    @GetMapping("/gift")
    String gift(@PathVariable FunnelId id, Model model) {
        return letter("gift", id, model);
    }

    private String letter(String letter, FunnelId id, Model model) {
        var content = drafts.asPublished(id);
        if (!(content.funnel().entry() instanceof OptIn)) {
            throw new NotFound();
        }
        var written = letters.write(content, letter, words.say("funnels.letters.example-name"), "");
        model.addAttribute("funnel", drafts.get(id));
        model.addAttribute("letter", letter);
        model.addAttribute("written", written);
        model.addAttribute("html", Markdown.toHtml(written.markdown()));
        return "funnels/letter";
    }
}
