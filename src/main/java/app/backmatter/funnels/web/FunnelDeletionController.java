package app.backmatter.funnels.web;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.DeleteFunnel;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting a draft, once confirmed; of a funnel that readers have met it says why it stays. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}/deletion")
class FunnelDeletionController {
    private final FunnelDrafts drafts;
    private final DeleteFunnel deleteFunnel;
    private final Words words;

    FunnelDeletionController(FunnelDrafts drafts, DeleteFunnel deleteFunnel, Words words) {
        this.drafts = drafts;
        this.deleteFunnel = deleteFunnel;
        this.words = words;
    }

    @GetMapping
    String ask(@PathVariable FunnelId id, Model model) {
        model.addAttribute("funnel", drafts.get(id));
        return "funnels/deletion";
    }

    @PostMapping
    String delete(@PathVariable FunnelId id, RedirectAttributes redirect) {
        var name = drafts.get(id).name();
        if (!deleteFunnel.delete(id)) {
            return "redirect:/w/{workspace}/funnels/{id}/deletion";
        }
        redirect.addFlashAttribute("flash", words.say("funnels.deleted", name));
        return "redirect:/w/{workspace}/funnels";
    }
}
