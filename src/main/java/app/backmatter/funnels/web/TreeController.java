package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.catalog.ProductId;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.domain.Answer;
import app.backmatter.funnels.domain.ChangeTree;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import java.util.List;
import java.util.UUID;
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

/** Adds pages to a funnel's tree, and removes them after asking. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}/steps")
class TreeController {
    private final FunnelDrafts drafts;
    private final ChangeTree change;
    private final FunnelChoices choices;
    private final Words words;

    TreeController(FunnelDrafts drafts, ChangeTree change, FunnelChoices choices, Words words) {
        this.drafts = drafts;
        this.change = change;
        this.choices = choices;
        this.words = words;
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable FunnelId id, @RequestParam UUID after, @RequestParam Answer answer) {
        return form(id, new NewStepForm(after, answer, null, "", ""));
    }

    @PostMapping
    ModelAndView add(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @PathVariable FunnelId id,
            @ModelAttribute("form") NewStepForm form,
            BindingResult errors) {
        var price = PriceText.read(form.price(), workspace.currency(), "price", errors);
        var after = form.after();
        if (form.part() == null) {
            errors.rejectValue("part", "funnels.error.part");
        }
        if (after == null) {
            errors.reject("layout.form.unreadable");
        }
        if (errors.hasErrors() || after == null || form.part() == null) {
            return form(id, form);
        }
        var product = Typed.id(form.product());
        var step = change.add(
                id, after, form.answer(), form.part(), product == null ? null : new ProductId(product), price);
        return new ModelAndView("redirect:/w/" + workspace.slug() + "/funnels/" + id + "/steps/" + step);
    }

    @GetMapping("/{step}/deletion")
    ModelAndView ask(@PathVariable FunnelId id, @PathVariable("step") UUID stepId) {
        var draft = drafts.get(id);
        var step = draft.content().step(stepId).orElseThrow(NotFound::new);
        var gone = ChangeTree.removal(draft.content(), step);
        if (gone.isEmpty()) {
            throw new NotFound();
        }
        return new ModelAndView("funnels/remove-step")
                .addObject("funnel", draft)
                .addObject("step", step)
                .addObject("kind", step.part().key())
                .addObject(
                        "others",
                        gone.stream().filter(each -> !each.equals(step)).toList());
    }

    @PostMapping("/{step}/deletion")
    String remove(
            @PathVariable String workspace,
            @PathVariable FunnelId id,
            @PathVariable("step") UUID stepId,
            RedirectAttributes redirect) {
        change.remove(id, stepId);
        redirect.addFlashAttribute("flash", words.say("funnels.step.removed"));
        return "redirect:/w/" + workspace + "/funnels/" + id;
    }

    private ModelAndView form(FunnelId id, NewStepForm form) {
        var draft = drafts.get(id);
        var after = form.after();
        var step = after == null ? null : draft.content().step(after).orElse(null);
        var parts = step == null ? List.<FunnelPart>of() : ChangeTree.mayFollow(step, form.answer());
        if (step == null || parts.isEmpty()) {
            throw new NotFound();
        }
        return new ModelAndView("funnels/new-step")
                .addObject("funnel", draft)
                .addObject("after", step)
                .addObject("parts", parts)
                .addObject("products", choices.products())
                .addObject("form", form);
    }
}
