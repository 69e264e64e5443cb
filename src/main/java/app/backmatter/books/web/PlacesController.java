package app.backmatter.books.web;

import app.backmatter.books.EditionId;
import app.backmatter.books.PlaceId;
import app.backmatter.books.PlaceView;
import app.backmatter.books.domain.BookShelf;
import app.backmatter.books.domain.EditionDetails;
import app.backmatter.books.domain.Editions;
import app.backmatter.books.domain.Places;
import app.backmatter.books.domain.StillNeeded;
import app.backmatter.pages.PublicAddress;
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
class PlacesController {
    private final BookShelf shelf;
    private final Editions editions;
    private final Places places;
    private final PublicAddress address;
    private final BookWords words;

    PlacesController(BookShelf shelf, Editions editions, Places places, PublicAddress address, BookWords words) {
        this.shelf = shelf;
        this.editions = editions;
        this.places = places;
        this.address = address;
        this.words = words;
    }

    @GetMapping("/editions/{edition}/places/new")
    String form(@PathVariable UUID edition, Model model) {
        var asked = editions.get(new EditionId(edition));
        model.addAttribute("form", PlaceForm.usual(asked.format()));
        return asking(asked, model);
    }

    @PostMapping("/editions/{edition}/places")
    String create(
            @PathVariable("edition") UUID editionId,
            @ModelAttribute("form") PlaceForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var edition = editions.get(new EditionId(editionId));
        form.check(errors, edition.format());
        if (errors.hasErrors()) {
            return asking(edition, model);
        }
        var place = places.add(edition.id(), form.kind(), form.number());
        redirect.addFlashAttribute("flash", words.of("books.place.added", words.of(place)));
        return "redirect:/w/{slug}/places/" + place.id();
    }

    @GetMapping("/places/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("onlyHere", address.isPrivate());
        return named(places.get(new PlaceId(id)), model, "books/places/show");
    }

    @GetMapping("/places/{id}/retirement")
    String confirmRetirement(@PathVariable UUID id, Model model) {
        return named(places.get(new PlaceId(id)), model, "books/places/retirement/new");
    }

    @PostMapping("/places/{id}/retirement")
    String retire(@PathVariable UUID id, RedirectAttributes redirect) {
        var place = places.get(new PlaceId(id));
        places.retire(place.id());
        redirect.addFlashAttribute("flash", words.of("books.place.retired", words.of(place)));
        return "redirect:/w/{slug}/books/" + place.book();
    }

    @GetMapping("/places/{id}/deletion")
    String confirmDeletion(@PathVariable UUID id, Model model) {
        var place = places.get(new PlaceId(id));
        model.addAttribute("reason", places.whyNeeded(place.id()).map(words::of).orElse(null));
        return named(place, model, "books/places/deletion/new");
    }

    @PostMapping("/places/{id}/deletion")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        var place = places.get(new PlaceId(id));
        try {
            places.delete(place.id());
            redirect.addFlashAttribute("flash", words.of("books.place.deleted", words.of(place)));
        } catch (StillNeeded e) {
            redirect.addFlashAttribute("flash", words.of(e.messageKey()));
        }
        return "redirect:/w/{slug}/books/" + place.book();
    }

    private String asking(EditionDetails edition, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("format", words.of(edition.format()));
        model.addAttribute("book", shelf.get(edition.book()));
        model.addAttribute("kinds", words.placeKinds(edition.format()));
        return "books/places/new";
    }

    private String named(PlaceView place, Model model, String page) {
        model.addAttribute("place", PlaceCard.of(place, words));
        model.addAttribute("format", words.of(place.format()));
        model.addAttribute("book", shelf.get(place.book()));
        return page;
    }
}
