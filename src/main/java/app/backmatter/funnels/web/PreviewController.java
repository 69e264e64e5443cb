package app.backmatter.funnels.web;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.domain.Step;
import app.backmatter.funnels.passage.Referral;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.PublicAddress;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a draft's page by the same template that readers get; its buttons lead back to the preview. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}/steps/{step}/preview")
class PreviewController {
    /** Forms that post to it stay on the preview's own address. */
    private static final String NOWHERE = "#";

    private final FunnelDrafts drafts;
    private final PublicAddress address;

    PreviewController(FunnelDrafts drafts, PublicAddress address) {
        this.drafts = drafts;
        this.address = address;
    }

    @GetMapping
    ModelAndView show(@PathVariable String workspace, @PathVariable FunnelId id, @PathVariable("step") UUID stepId) {
        var content = drafts.asPublished(id);
        var step = content.funnel().step(stepId).orElseThrow(NotFound::new);
        var page = StepPage.of(content, step);
        return new ModelAndView("funnels/public/" + template(content, step), PublicModel.of(content))
                .addObject("preview", "/w/" + workspace + "/funnels/" + id + "/steps/" + stepId)
                .addObject("page", page)
                .addObject("step", step)
                .addObject("book", content.book())
                .addObject("way", NOWHERE)
                .addObject("via", "")
                .addObject("path", NOWHERE)
                .addObject("form", EntryForm.EMPTY)
                .addObject("referral", Referral.NONE)
                .addObject("metadata", BookMetadata.of(content, step, page, "/", address))
                .addObject("charge", new OneClickCharge(page.price() == null ? "" : page.price(), ""))
                .addObject("gift", null)
                .addObject("currencies", List.of())
                .addObject("card", "•••• 4242")
                .addObject("note", null);
    }

    @PostMapping
    String press(@PathVariable String workspace, @PathVariable FunnelId id, @PathVariable("step") UUID stepId) {
        var step = drafts.get(id).content().step(stepId).orElseThrow(NotFound::new);
        return "redirect:/w/" + workspace + "/funnels/" + id + "/steps/" + step.id() + "/preview";
    }

    private static String template(PublishedContent content, Step step) {
        if (step instanceof OptIn) {
            return "opt-in";
        }
        if (step.equals(content.funnel().entry())) {
            return "first-offer";
        }
        return step instanceof CheckoutOffer ? "thanks" : "offer";
    }
}
