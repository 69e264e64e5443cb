package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.StampDeliveredFile;
import app.backmatter.storage.FileId;
import app.backmatter.watermarks.NotStampable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether each buyer gets a copy of a file with their name in it. */
@Controller
@RequestMapping({"/w/{slug}/products/{product}/files/{file}/stamp", "/w/{slug}/editions/{edition}/files/{file}/stamp"})
class StampController {
    private final StampDeliveredFile stampDeliveredFile;
    private final StampPage page;
    private final ProductWords words;

    StampController(StampDeliveredFile stampDeliveredFile, StampPage page, ProductWords words) {
        this.stampDeliveredFile = stampDeliveredFile;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String show(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf, @PathVariable UUID file, Model model) {
        return page.about(shelf, new FileId(file), "", model);
    }

    @PostMapping
    String create(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @PathVariable UUID file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            stampDeliveredFile.stamp(shelf.owner(), new FileId(file));
        } catch (NotStampable e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.about(shelf, new FileId(file), e.reason().messageKey(), model);
        }
        redirect.addFlashAttribute(
                "flash",
                words.of(
                        "catalog.stamp.done", page.file(shelf, new FileId(file)).name()));
        return "redirect:" + shelf.home();
    }

    @PostMapping("/deletion")
    String delete(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf,
            @PathVariable UUID file,
            RedirectAttributes redirect) {
        stampDeliveredFile.leaveAsItIs(shelf.owner(), new FileId(file));
        redirect.addFlashAttribute(
                "flash",
                words.of(
                        "catalog.stamp.ended",
                        page.file(shelf, new FileId(file)).name()));
        return "redirect:" + shelf.home();
    }
}
