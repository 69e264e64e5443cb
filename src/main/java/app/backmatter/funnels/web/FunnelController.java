package app.backmatter.funnels.web;

import app.backmatter.books.BookId;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.domain.ChangeFunnel;
import app.backmatter.funnels.domain.EditedMeanwhile;
import app.backmatter.funnels.domain.Finding;
import app.backmatter.funnels.domain.FunnelDraft;
import app.backmatter.funnels.domain.FunnelDrafts;
import app.backmatter.funnels.domain.Theme;
import app.backmatter.pages.Typed;
import app.backmatter.pages.Words;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One funnel as a tree, with what is missing; its name, book and look. */
@Controller
@RequestMapping("/w/{workspace}/funnels/{id}")
class FunnelController {
    private final FunnelDrafts drafts;
    private final ChangeFunnel change;
    private final FunnelPages pages;
    private final FunnelAdvice advice;
    private final FunnelDrawing drawing;
    private final FunnelLetters letters;
    private final FunnelChoices choices;
    private final Words words;

    FunnelController(
            FunnelDrafts drafts,
            ChangeFunnel change,
            FunnelPages pages,
            FunnelAdvice advice,
            FunnelDrawing drawing,
            FunnelLetters letters,
            FunnelChoices choices,
            Words words) {
        this.drafts = drafts;
        this.change = change;
        this.pages = pages;
        this.advice = advice;
        this.drawing = drawing;
        this.letters = letters;
        this.choices = choices;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String workspace, @PathVariable FunnelId id, Model model) {
        var draft = drafts.get(id);
        var base = "/w/" + workspace + "/funnels/" + id;
        model.addAttribute("row", pages.rows(List.of(draft)).getFirst());
        model.addAttribute("funnel", draft);
        model.addAttribute("base", base);
        model.addAttribute("tree", drawing.tree(draft, base));
        model.addAttribute("mend", advice.on(draft, Finding.Weight.MUST_BE_MENDED, workspace, base));
        model.addAttribute("look", advice.on(draft, Finding.Weight.PLEASE_LOOK, workspace, base));
        model.addAttribute("keepsMails", draft.publication() != null && pages.keepsMails());
        model.addAttribute("places", pages.places(draft));
        model.addAttribute("letters", letters.of(draft, workspace, base));
        return "funnels/show";
    }

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable FunnelId id) {
        var draft = drafts.get(id);
        return form(draft, FunnelForm.of(draft));
    }

    @PostMapping
    ModelAndView update(
            @PathVariable String workspace,
            @PathVariable FunnelId id,
            @Valid @ModelAttribute("form") FunnelForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var draft = drafts.get(id);
        if (errors.hasErrors()) {
            return form(draft, form);
        }
        var book = Typed.id(form.book());
        try {
            change.change(id, form.seen(), form.name(), book == null ? null : new BookId(book), form.theme());
        } catch (EditedMeanwhile | OptimisticLockingFailureException e) {
            var page = form(draft, form.on(draft)).addObject("saved", draft);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute("flash", words.say("layout.saved"));
        return new ModelAndView("redirect:/w/" + workspace + "/funnels/" + id);
    }

    private ModelAndView form(FunnelDraft draft, FunnelForm form) {
        return new ModelAndView("funnels/edit")
                .addObject("funnel", draft)
                .addObject("form", form)
                .addObject("books", choices.books())
                .addObject("themes", Theme.values());
    }
}
