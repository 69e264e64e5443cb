package app.backmatter.catalog.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.ProductUses;
import app.backmatter.catalog.domain.Products;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes products off the shelf: what was sold or offered is archived, only what nobody needs is deleted. */
@Controller
@RequestMapping("/w/{slug}/products/{id}")
class ProductRemovalController {
    private final Products products;
    private final ProductUses uses;
    private final Catalog catalog;
    private final ProductWords words;

    ProductRemovalController(Products products, ProductUses uses, Catalog catalog, ProductWords words) {
        this.products = products;
        this.uses = uses;
        this.catalog = catalog;
        this.words = words;
    }

    @PostMapping("/archival")
    String archive(@PathVariable UUID id, RedirectAttributes redirect) {
        var product = get(id);
        products.archive(product.id());
        redirect.addFlashAttribute("flash", words.of("catalog.archived", product.name()));
        return "redirect:/w/{slug}/products/" + id;
    }

    @PostMapping("/archival/deletion")
    String restore(@PathVariable UUID id, RedirectAttributes redirect) {
        var product = get(id);
        products.restore(product.id());
        redirect.addFlashAttribute("flash", words.of("catalog.restored", product.name()));
        return "redirect:/w/{slug}/products/" + id;
    }

    @GetMapping("/deletion")
    String confirm(@PathVariable UUID id, Model model) {
        var product = get(id);
        model.addAttribute("product", product);
        model.addAttribute("uses", uses.of(product.id()));
        return "catalog/deletion/new";
    }

    @PostMapping("/deletion")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        var product = get(id);
        if (products.delete(product.id())) {
            redirect.addFlashAttribute("flash", words.of("catalog.deleted", product.name()));
            return "redirect:/w/{slug}/products";
        }
        return "redirect:/w/{slug}/products/" + id + "/deletion";
    }

    private ProductView get(UUID id) {
        return catalog.find(new ProductId(id)).orElseThrow(NotFound::new);
    }
}
