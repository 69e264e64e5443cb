package app.backmatter.catalog.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.ProductFiles;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.Files;
import jakarta.validation.Valid;
import java.util.List;
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

/** Links among a product's files: what buyers get lies elsewhere, and they get there by it as they get a file. */
@Controller
@RequestMapping("/w/{slug}/products/{product}/links")
class ProductLinksController {
    private final Catalog catalog;
    private final ProductFiles productFiles;
    private final Files files;
    private final ProductWords words;

    ProductLinksController(Catalog catalog, ProductFiles productFiles, Files files, ProductWords words) {
        this.catalog = catalog;
        this.productFiles = productFiles;
        this.files = files;
        this.words = words;
    }

    @GetMapping("/new")
    String form(@PathVariable UUID product, Model model) {
        model.addAttribute("form", new LinkForm("", "https://"));
        return asking(get(product), model);
    }

    @PostMapping
    String create(
            @PathVariable UUID product,
            @Valid @ModelAttribute("form") LinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var owner = get(product);
        form.check(errors);
        if (errors.hasErrors()) {
            return asking(owner, model);
        }
        var link = files.storeLink(form.name(), form.target());
        productFiles.add(owner.id(), List.of(link.id()));
        redirect.addFlashAttribute("flash", words.of("catalog.links.added", link.name()));
        return "redirect:/w/{slug}/products/" + product;
    }

    private static String asking(ProductView product, Model model) {
        model.addAttribute("product", product);
        return "catalog/links/new";
    }

    private ProductView get(UUID product) {
        return catalog.find(new ProductId(product)).orElseThrow(NotFound::new);
    }
}
