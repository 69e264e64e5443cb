package app.backmatter.catalog.web;

import app.backmatter.books.EditionId;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.DeliverEditions;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.pages.NotFound;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which editions' files a product's buyers get beside its own. */
@Controller
@RequestMapping("/w/{slug}/products/{id}/editions")
class ProductEditionsController {
    private final DeliverEditions deliverEditions;
    private final ProductEditions editions;
    private final ProductViews views;
    private final ProductWords words;

    ProductEditionsController(
            DeliverEditions deliverEditions, ProductEditions editions, ProductViews views, ProductWords words) {
        this.deliverEditions = deliverEditions;
        this.editions = editions;
        this.views = views;
        this.words = words;
    }

    /**
     * Where readers would lose something the author is asked first.
     *
     * @param chosen the ticked ones, and no others from now on
     */
    @PostMapping
    String update(
            @PathVariable UUID id,
            @RequestParam(name = "edition", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            RedirectAttributes redirect) {
        var product = views.find(new ProductId(id)).orElseThrow(NotFound::new);
        var wanted = chosen.stream().map(EditionId::new).collect(Collectors.toSet());
        var dropped = editions.dropped(product, wanted);
        if (!dropped.isEmpty() && !confirmed || !deliverEditions.choose(product.id(), wanted)) {
            return asking(product, wanted, dropped, model);
        }
        redirect.addFlashAttribute("flash", words.of("catalog.editions.saved", product.name()));
        return "redirect:/w/{slug}/products/" + id;
    }

    private String asking(ProductView product, Set<EditionId> wanted, List<String> dropped, Model model) {
        model.addAttribute("product", product);
        model.addAttribute("chosen", wanted);
        model.addAttribute("dropped", String.join(", ", dropped));
        model.addAttribute(
                "needed", deliverEditions.neededBeside(product.id(), wanted).orElse(null));
        return "catalog/editions/deletion";
    }
}
