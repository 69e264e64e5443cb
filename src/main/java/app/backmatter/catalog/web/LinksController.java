package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.storage.Files;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links among files: what buyers get lies elsewhere, and they get there by it as they get a file. */
@Controller
@RequestMapping({"/w/{slug}/products/{product}/links", "/w/{slug}/editions/{edition}/links"})
class LinksController {
    private static final String PAGE = "catalog/links/new";

    private final DeliveredFiles delivered;
    private final Files files;
    private final ProductWords words;

    LinksController(DeliveredFiles delivered, Files files, ProductWords words) {
        this.delivered = delivered;
        this.files = files;
        this.words = words;
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", new LinkForm("", "https://"));
        return PAGE;
    }

    @PostMapping
    String create(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @Valid @ModelAttribute("form") LinkForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (errors.hasErrors()) {
            return PAGE;
        }
        var link = files.storeLink(form.name(), form.target());
        delivered.add(shelf.owner(), List.of(link.id()));
        redirect.addFlashAttribute("flash", words.of("catalog.links.added", link.name()));
        return "redirect:" + shelf.home();
    }
}
