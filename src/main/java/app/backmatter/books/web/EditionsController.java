package app.backmatter.books.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.books.BookId;
import app.backmatter.books.EditionId;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.domain.BookShelf;
import app.backmatter.books.domain.BookUses;
import app.backmatter.books.domain.EditionDetails;
import app.backmatter.books.domain.Editions;
import app.backmatter.books.domain.Places;
import app.backmatter.books.domain.StillNeeded;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/w/{slug}")
class EditionsController {
    private final BookShelf shelf;
    private final Editions editions;
    private final Places places;
    private final BookUses uses;
    private final BookWords words;

    EditionsController(BookShelf shelf, Editions editions, Places places, BookUses uses, BookWords words) {
        this.shelf = shelf;
        this.editions = editions;
        this.places = places;
        this.uses = uses;
        this.words = words;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("formats", words.formats());
    }

    @GetMapping("/books/{book}/editions/new")
    String form(@PathVariable UUID book, Model model) {
        model.addAttribute("book", shelf.get(new BookId(book)));
        model.addAttribute("form", EditionForm.blank());
        return "books/editions/new";
    }

    @PostMapping("/books/{book}/editions")
    String create(
            @PathVariable("book") UUID bookId,
            @Valid @ModelAttribute("form") EditionForm form,
            BindingResult errors,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            Model model,
            RedirectAttributes redirect) {
        var book = shelf.get(new BookId(bookId));
        form.check(errors, workspace.currency());
        if (errors.hasErrors()) {
            model.addAttribute("book", book);
            return "books/editions/new";
        }
        var edition = editions.add(book.id(), form.toEdition(workspace.currency()));
        if (form.withPlace()) {
            places.add(edition, PlaceKind.usual(form.format()), null);
        }
        redirect.addFlashAttribute("flash", words.of("books.edition.added", words.of(form.format())));
        return "redirect:/w/{slug}/books/" + book.id();
    }

    @GetMapping("/editions/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        var edition = editions.get(new EditionId(id));
        model.addAttribute("form", EditionForm.of(edition));
        return editing(edition, model);
    }

    @PostMapping("/editions/{id}")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EditionForm form,
            BindingResult errors,
            @ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace,
            Model model,
            RedirectAttributes redirect) {
        var edition = editions.get(new EditionId(id));
        form.check(errors, workspace.currency());
        if (!editions.canBecome(edition.id(), form.format())) {
            errors.rejectValue("format", "books.error.format");
        }
        if (errors.hasErrors()) {
            return editing(edition, model);
        }
        editions.describe(edition.id(), form.toEdition(workspace.currency()));
        redirect.addFlashAttribute("flash", words.of("books.edition.saved", words.of(form.format())));
        return "redirect:/w/{slug}/books/" + edition.book();
    }

    @GetMapping("/editions/{id}/deletion")
    String confirmDeletion(@PathVariable UUID id, Model model) {
        var edition = editions.get(new EditionId(id));
        model.addAttribute("format", words.of(edition.format()));
        model.addAttribute(
                "reason", editions.whyNeeded(edition.id()).map(words::of).orElse(null));
        model.addAttribute("uses", uses.of(edition.id()));
        editing(edition, model);
        return "books/editions/deletion/new";
    }

    @PostMapping("/editions/{id}/deletion")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        var edition = editions.get(new EditionId(id));
        try {
            editions.delete(edition.id());
            redirect.addFlashAttribute("flash", words.of("books.edition.deleted", words.of(edition.format())));
        } catch (StillNeeded _) {
            return "redirect:/w/{slug}/editions/" + id + "/deletion";
        }
        return "redirect:/w/{slug}/books/" + edition.book();
    }

    private String editing(EditionDetails edition, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("book", shelf.get(edition.book()));
        return "books/editions/edit";
    }
}
