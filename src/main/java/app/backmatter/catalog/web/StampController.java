package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.StampProductFile;
import app.backmatter.watermarks.NotStampable;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether each buyer of a product gets a copy of a file with their name in it. */
@Controller
@RequestMapping("/w/{slug}/products/{product}/files/{file}/stamp")
class StampController {
    private final StampProductFile stampProductFile;
    private final StampPage page;
    private final ProductWords words;

    StampController(StampProductFile stampProductFile, StampPage page, ProductWords words) {
        this.stampProductFile = stampProductFile;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String show(FileOfProduct address, Model model) {
        return page.about(address, "", model);
    }

    @PostMapping
    String create(FileOfProduct address, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            stampProductFile.stamp(address.productId(), address.fileId());
        } catch (NotStampable e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.about(address, e.reason().messageKey(), model);
        }
        redirect.addFlashAttribute(
                "flash", words.of("catalog.stamp.done", page.file(address).name()));
        return "redirect:/w/{slug}/products/{product}";
    }

    @PostMapping("/deletion")
    String delete(FileOfProduct address, RedirectAttributes redirect) {
        stampProductFile.leaveAsItIs(address.productId(), address.fileId());
        redirect.addFlashAttribute(
                "flash", words.of("catalog.stamp.ended", page.file(address).name()));
        return "redirect:/w/{slug}/products/{product}";
    }
}
