package app.backmatter.books.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.books.BookId;
import app.backmatter.books.domain.BookShelf;
import app.backmatter.books.domain.BookUses;
import app.backmatter.books.domain.Editions;
import app.backmatter.books.domain.Places;
import app.backmatter.books.domain.StillNeeded;
import app.backmatter.storage.Uploads;
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
@RequestMapping("/w/{slug}/books")
class BooksController {
    private final BookShelf shelf;
    private final Editions editions;
    private final Places places;
    private final BookUses uses;
    private final Uploads uploads;
    private final BookWords words;

    BooksController(
            BookShelf shelf, Editions editions, Places places, BookUses uses, Uploads uploads, BookWords words) {
        this.shelf = shelf;
        this.editions = editions;
        this.places = places;
        this.uses = uses;
        this.uploads = uploads;
        this.words = words;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("statuses", words.statuses());
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("books", BookRow.list(shelf.all(), places.all(), words));
        return "books/index";
    }

    @GetMapping("/new")
    String form(@ModelAttribute(name = "workspace", binding = false) WorkspaceView workspace, Model model) {
        model.addAttribute("form", BookForm.blank(workspace.name()));
        return "books/new";
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") BookForm form,
            BindingResult errors,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        var cover = uploads.picture(form.cover(), "cover", errors);
        if (errors.hasErrors()) {
            return "books/new";
        }
        var id = shelf.add(form.toBook(cover), form.status());
        redirect.addFlashAttribute("flash", words.of("books.created", form.title()));
        return "redirect:/w/{slug}/books/" + id;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var book = shelf.get(new BookId(id));
        model.addAttribute("book", book);
        model.addAttribute("status", words.of(book.status()));
        model.addAttribute("editions", EditionCard.list(editions.of(book.id()), places.of(book.id()), words));
        return "books/show";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        var book = shelf.get(new BookId(id));
        model.addAttribute("book", book);
        model.addAttribute("form", BookForm.of(book));
        return "books/edit";
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") BookForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var book = shelf.get(new BookId(id));
        var cover = uploads.picture(form.cover(), "cover", errors);
        var finalCover = uploads.picture(form.finalCover(), "finalCover", errors);
        if (errors.hasErrors()) {
            model.addAttribute("book", book);
            return "books/edit";
        }
        shelf.describe(book.id(), form.toBook(cover), form.status(), finalCover);
        redirect.addFlashAttribute("flash", words.of("books.saved", form.title()));
        return "redirect:/w/{slug}/books/" + id;
    }

    @GetMapping("/{id}/deletion")
    String confirmDeletion(@PathVariable UUID id, Model model) {
        var book = shelf.get(new BookId(id));
        model.addAttribute("book", book);
        model.addAttribute("reason", shelf.whyNeeded(book.id()).map(words::of).orElse(null));
        model.addAttribute("uses", uses.of(book.id()));
        return "books/deletion/new";
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        var book = shelf.get(new BookId(id));
        try {
            shelf.delete(book.id());
        } catch (StillNeeded _) {
            return "redirect:/w/{slug}/books/" + id + "/deletion";
        }
        redirect.addFlashAttribute("flash", words.of("books.deleted", book.title()));
        return "redirect:/w/{slug}/books";
    }
}
