package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.storage.FileAnswer;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
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

/** The files of a product, or of an edition. */
@Controller
@RequestMapping({"/w/{slug}/products/{product}/files", "/w/{slug}/editions/{edition}/files"})
class FilesController {
    private final DeliveredFiles files;
    private final FileAnswer answer;
    private final Uploads uploads;
    private final ProductWords words;

    FilesController(DeliveredFiles files, FileAnswer answer, Uploads uploads, ProductWords words) {
        this.files = files;
        this.answer = answer;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", FilesForm.blank());
        return "catalog/files/new";
    }

    @PostMapping
    String create(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @ModelAttribute("form") FilesForm form,
            BindingResult errors,
            Principal person,
            Model model,
            RedirectAttributes redirect) {
        var stored = form.store(uploads, person, errors);
        if (stored.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("files", "storage.error.empty");
        }
        if (errors.hasErrors()) {
            model.addAttribute("arrived", uploads.arrived(form.uploads(), person));
            return "catalog/files/new";
        }
        files.add(shelf.owner(), stored);
        redirect.addFlashAttribute("flash", words.of("catalog.files.added", stored.size()));
        return "redirect:" + shelf.home();
    }

    @GetMapping("/{file}")
    void show(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer.send(files.get(shelf.owner(), new FileId(file)), request, response);
    }

    @PostMapping("/{file}/position")
    String moveUp(@ModelAttribute(name = "shelf", binding = false) FileShelf shelf, @PathVariable UUID file) {
        var stored = files.get(shelf.owner(), new FileId(file));
        files.moveUp(shelf.owner(), stored.id());
        return "redirect:" + shelf.home();
    }

    @GetMapping("/{file}/deletion")
    String confirm(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf, @PathVariable UUID file, Model model) {
        model.addAttribute("file", files.get(shelf.owner(), new FileId(file)));
        model.addAttribute("needed", files.neededBy(shelf.owner()));
        return "catalog/files/deletion";
    }

    @PostMapping("/{file}/deletion")
    String remove(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @PathVariable UUID file,
            RedirectAttributes redirect) {
        var stored = files.get(shelf.owner(), new FileId(file));
        if (!files.remove(shelf.owner(), stored.id())) {
            return "redirect:" + shelf.path() + "/files/" + file + "/deletion";
        }
        redirect.addFlashAttribute("flash", words.of("catalog.files.removed", stored.name()));
        return "redirect:" + shelf.home();
    }
}
