package app.backmatter.catalog.web;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.ProductDelivery;
import app.backmatter.pages.NotFound;
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

/** How often and how long readers may download a product's files. */
@Controller
@RequestMapping("/w/{slug}/products/{id}/delivery")
class DeliveryController {
    private final ProductDelivery delivery;
    private final Catalog catalog;
    private final ProductWords words;

    DeliveryController(ProductDelivery delivery, Catalog catalog, ProductWords words) {
        this.delivery = delivery;
        this.catalog = catalog;
        this.words = words;
    }

    @GetMapping("/edit")
    String edit(@PathVariable UUID id, Model model) {
        var product = get(id);
        var terms = delivery.terms(List.of(product.id())).getOrDefault(product.id(), DeliveryTerms.USUAL);
        model.addAttribute("form", DeliveryForm.of(terms));
        return asking(product, model);
    }

    @PostMapping
    String update(
            @PathVariable UUID id,
            @ModelAttribute("form") DeliveryForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var product = get(id);
        form.check(errors);
        if (errors.hasErrors()) {
            return asking(product, model);
        }
        delivery.change(product.id(), form.toTerms());
        redirect.addFlashAttribute("flash", words.of("catalog.saved", product.name()));
        return "redirect:/w/{slug}/products/" + id;
    }

    private String asking(ProductView product, Model model) {
        model.addAttribute("product", product);
        model.addAttribute("durations", words.linkDurations());
        return "catalog/delivery/edit";
    }

    private ProductView get(UUID id) {
        return catalog.find(new ProductId(id)).orElseThrow(NotFound::new);
    }
}
