package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.catalog.Currencies;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.ChangeTree;
import app.backmatter.funnels.domain.EditStep;
import app.backmatter.funnels.domain.EditedMeanwhile;
import app.backmatter.funnels.domain.Fingerprint;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.domain.Step;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import app.backmatter.storage.Files;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of one page of a funnel. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}/steps/{step}")
class StepController {
    private final FunnelDrafts drafts;
    private final EditStep editStep;
    private final StepUploads uploads;
    private final FunnelAdvice advice;
    private final FunnelChoices choices;
    private final LeastInEach least;
    private final Currencies currencies;
    private final Words words;

    StepController(
            FunnelDrafts drafts,
            EditStep editStep,
            StepUploads uploads,
            FunnelAdvice advice,
            FunnelChoices choices,
            LeastInEach least,
            Currencies currencies,
            Words words) {
        this.drafts = drafts;
        this.editStep = editStep;
        this.uploads = uploads;
        this.advice = advice;
        this.choices = choices;
        this.least = least;
        this.currencies = currencies;
        this.words = words;
    }

    @GetMapping
    ModelAndView edit(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @PathVariable FunnelId id,
            @PathVariable("step") UUID stepId) {
        var draft = drafts.get(id);
        var step = draft.content().step(stepId).orElseThrow(NotFound::new);
        return form(
                workspace,
                draft,
                step,
                StepForm.of(step),
                OtherPrices.of(currencies.others(), step),
                Fingerprint.of(step));
    }

    @PostMapping
    ModelAndView update(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @PathVariable FunnelId id,
            @PathVariable("step") UUID stepId,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") boolean look,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var draft = drafts.get(id);
        var step = draft.content().step(stepId).orElseThrow(NotFound::new);
        var prices = form.check(step, workspace.currency(), errors);
        var others = least.check(OtherPrices.read(currencies.others(), request), form, prices, step, errors);
        if (others.areWrong()) {
            errors.reject("funnels.error.others");
        }
        choices.needPrice(form.bumpProduct(), form.bumpPrice(), errors);
        if (!errors.hasErrors() && !seen.equals(Fingerprint.of(step))) {
            return conflict(workspace, id, step.id(), form, others, errors);
        }
        var picture = errors.hasErrors() ? null : uploads.picture(form, step, errors);
        var added = errors.hasErrors() ? null : uploads.product(form, prices, step, workspace.currency(), errors);
        if (errors.hasErrors()) {
            return form(workspace, draft, step, form, others, seen);
        }
        try {
            editStep.edit(id, stepId, seen, form.toCommand(prices, others, step, picture, added));
        } catch (EditedMeanwhile | OptimisticLockingFailureException e) {
            return conflict(workspace, id, stepId, form, others, errors);
        }
        var page = "redirect:/w/" + workspace.slug() + "/funnels/" + id + "/steps/" + stepId;
        if (look) {
            return new ModelAndView(page + "/preview");
        }
        redirect.addFlashAttribute("flash", words.say("funnels.step.saved"));
        return new ModelAndView(page);
    }

    /**
     * Nothing that was typed is lost: it stands in the form, beside what somebody else saved. Saving it again means to
     * replace that.
     */
    private ModelAndView conflict(
            WorkspaceView workspace,
            FunnelId id,
            UUID stepId,
            StepForm form,
            OtherPrices others,
            BindingResult errors) {
        var draft = drafts.get(id);
        var saved = draft.content().step(stepId).orElseThrow(NotFound::new);
        errors.reject("funnels.error.edited-meanwhile");
        var page = form(workspace, draft, saved, form, others, Fingerprint.of(saved))
                .addObject("saved", saved.page());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** @param seen the state of the step that the form was opened on */
    private ModelAndView form(
            WorkspaceView workspace, FunnelDraft draft, Step step, StepForm form, OtherPrices others, String seen) {
        var base = "/w/" + workspace.slug() + "/funnels/" + draft.id();
        var picture = step.page().picture();
        return new ModelAndView("funnels/step")
                .addObject("funnel", draft)
                .addObject("step", step)
                .addObject("seen", seen)
                .addObject("kind", step.part().key())
                .addObject("base", base)
                .addObject("advice", advice.on(draft, step, workspace.slug(), base))
                .addObject("picture", picture == null ? null : Files.mediaPath(picture))
                .addObject("currency", workspace.currency().getCurrencyCode())
                .addObject("products", choices.products())
                .addObject("types", choices.productTypes())
                .addObject("targets", choices.targets(draft.content(), step))
                .addObject(
                        "removable", !ChangeTree.removal(draft.content(), step).isEmpty())
                .addObject("others", others)
                .addObject("form", form);
    }
}
