package app.backmatter.catalog.web;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.domain.ProductFiles;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileAnswer;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
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

/** The files that a product's buyers get. */
@Controller
@RequestMapping("/w/{slug}/products/{product}/files")
class ProductFilesController {
    private final ProductFiles productFiles;
    private final ProductViews views;
    private final FileAnswer answer;
    private final Uploads uploads;
    private final ProductWords words;

    ProductFilesController(
            ProductFiles productFiles, ProductViews views, FileAnswer answer, Uploads uploads, ProductWords words) {
        this.productFiles = productFiles;
        this.views = views;
        this.answer = answer;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping("/new")
    String form(@PathVariable UUID product, Model model) {
        model.addAttribute("form", FilesForm.blank());
        return asking(new ProductId(product), model);
    }

    @PostMapping
    String create(
            @PathVariable UUID product,
            @ModelAttribute("form") FilesForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes redirect) {
        var id = new ProductId(product);
        asking(id, model);
        var stored = form.store(uploads, person, errors);
        if (stored.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("files", "storage.error.empty");
        }
        if (errors.hasErrors()) {
            model.addAttribute("arrived", uploads.arrived(form.uploads(), person));
            return asking(id, model);
        }
        productFiles.add(id, stored);
        redirect.addFlashAttribute("flash", words.of("catalog.files.added", stored.size()));
        return "redirect:/w/{slug}/products/" + product;
    }

    @GetMapping("/{file}")
    void show(
            @PathVariable UUID product,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer.send(productFiles.get(new ProductId(product), new FileId(file)), request, response);
    }

    @PostMapping("/{file}/position")
    String moveUp(@PathVariable UUID product, @PathVariable UUID file) {
        var stored = productFiles.get(new ProductId(product), new FileId(file));
        productFiles.moveUp(new ProductId(product), stored.id());
        return "redirect:/w/{slug}/products/" + product;
    }

    @GetMapping("/{file}/deletion")
    String confirm(@PathVariable UUID product, @PathVariable UUID file, Model model) {
        model.addAttribute("file", productFiles.get(new ProductId(product), new FileId(file)));
        model.addAttribute("uses", productFiles.neededBy(new ProductId(product)));
        asking(new ProductId(product), model);
        return "catalog/files/deletion";
    }

    @PostMapping("/{file}/deletion")
    String remove(@PathVariable UUID product, @PathVariable UUID file, RedirectAttributes redirect) {
        var stored = productFiles.get(new ProductId(product), new FileId(file));
        if (!productFiles.remove(new ProductId(product), stored.id())) {
            return "redirect:/w/{slug}/products/" + product + "/files/" + file + "/deletion";
        }
        redirect.addFlashAttribute("flash", words.of("catalog.files.removed", stored.name()));
        return "redirect:/w/{slug}/products/" + product;
    }

    private String asking(ProductId id, Model model) {
        var product = views.of(List.of(id)).get(id);
        if (product == null) {
            throw new NotFound();
        }
        model.addAttribute("product", product);
        return "catalog/files/new";
    }
}
