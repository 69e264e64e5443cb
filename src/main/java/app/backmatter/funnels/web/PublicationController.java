package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.Finding;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.domain.NotPublishable;
import app.backmatter.funnels.domain.PublishFunnel;
import app.backmatter.funnels.domain.WithdrawFunnel;
import app.backmatter.links.LinkId;
import app.backmatter.pages.Words;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishing a funnel, with the places that lead to it, and closing it again. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}")
class PublicationController {
    private final FunnelDrafts drafts;
    private final PublishFunnel publish;
    private final WithdrawFunnel withdraw;
    private final FunnelPages pages;
    private final FunnelAdvice advice;
    private final Words words;

    PublicationController(
            FunnelDrafts drafts,
            PublishFunnel publish,
            WithdrawFunnel withdraw,
            FunnelPages pages,
            FunnelAdvice advice,
            Words words) {
        this.drafts = drafts;
        this.publish = publish;
        this.withdraw = withdraw;
        this.pages = pages;
        this.advice = advice;
        this.words = words;
    }

    @GetMapping("/publication")
    ModelAndView ask(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace, @PathVariable FunnelId id) {
        return page(workspace, drafts.get(id), HttpStatus.OK);
    }

    @PostMapping("/publication")
    ModelAndView publish(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @PathVariable FunnelId id,
            @RequestParam(required = false) @Nullable Set<String> places,
            Principal author,
            RedirectAttributes redirect) {
        var draft = drafts.get(id);
        try {
            publish.publish(id, chosen(draft, places == null ? Set.of() : places), author.getName());
        } catch (NotPublishable e) {
            return page(workspace, draft, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", words.say("funnels.published"));
        return new ModelAndView("redirect:/w/" + workspace.slug() + "/funnels/" + id);
    }

    @GetMapping("/withdrawal")
    ModelAndView askToWithdraw(@PathVariable FunnelId id) {
        return new ModelAndView("funnels/withdrawal").addObject("funnel", drafts.get(id));
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String workspace, @PathVariable FunnelId id, RedirectAttributes redirect) {
        withdraw.withdraw(id);
        redirect.addFlashAttribute("flash", words.say("funnels.withdrawn"));
        return "redirect:/w/" + workspace + "/funnels/" + id;
    }

    /** Places of this workspace alone, whatever was sent. */
    private List<LinkId> chosen(FunnelDraft draft, Set<String> places) {
        return pages.places(draft).stream()
                .filter(row -> places.contains(row.place().id().toString()))
                .map(row -> row.place().link().id())
                .toList();
    }

    private ModelAndView page(WorkspaceView workspace, FunnelDraft draft, HttpStatusCode status) {
        var base = "/w/" + workspace.slug() + "/funnels/" + draft.id();
        return new ModelAndView("funnels/publication", status)
                .addObject("funnel", draft)
                .addObject("base", base)
                .addObject("mend", advice.on(draft, Finding.Weight.MUST_BE_MENDED, workspace.slug(), base))
                .addObject("look", advice.on(draft, Finding.Weight.PLEASE_LOOK, workspace.slug(), base))
                .addObject("keepsMails", pages.keepsMails())
                .addObject("places", pages.places(draft));
    }
}
