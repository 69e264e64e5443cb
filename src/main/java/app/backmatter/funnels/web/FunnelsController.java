package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.domain.CreateFunnel;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.pages.Words;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All funnels of a workspace, and the making of a new one. */
@Controller
@RequestMapping("/w/{workspace}/funnels")
class FunnelsController {
    private final FunnelDrafts drafts;
    private final CreateFunnel create;
    private final FunnelPages pages;
    private final FunnelChoices choices;
    private final Words words;

    FunnelsController(FunnelDrafts drafts, CreateFunnel create, FunnelPages pages, FunnelChoices choices, Words words) {
        this.drafts = drafts;
        this.create = create;
        this.pages = pages;
        this.choices = choices;
        this.words = words;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("funnels", pages.rows(drafts.all()));
        return "funnels/index";
    }

    @GetMapping("/new")
    ModelAndView blank(@RequestParam(defaultValue = "FREE_GIFT") FunnelTemplate template) {
        return form(NewFunnelForm.blank(template, choices.onlyBook(), choices.onlyGift()));
    }

    @PostMapping
    ModelAndView create(
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            @Valid @ModelAttribute("form") NewFunnelForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var prices = form.prices(workspace.currency(), errors);
        choices.needPrice(form.bump(), form.bumpPrice(), errors);
        if (errors.hasErrors()) {
            return form(form);
        }
        var id = create.create(form.toCommand(prices));
        redirect.addFlashAttribute("flash", words.say("funnels.created"));
        return new ModelAndView("redirect:/w/" + workspace.slug() + "/funnels/" + id);
    }

    private ModelAndView form(NewFunnelForm form) {
        return new ModelAndView("funnels/new")
                .addObject("form", form)
                .addObject("books", choices.books())
                .addObject("products", choices.products());
    }
}
