package app.backmatter.catalog.web;

import app.backmatter.books.Books;
import app.backmatter.books.EditionId;
import app.backmatter.catalog.domain.DeliverEditions;
import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.catalog.domain.FileStamps;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of an edition, and by which products readers get them. A product lists its own on its own page. */
@Controller
class EditionFilesController {
    private final Books books;
    private final DeliveredFiles files;
    private final FileStamps stamps;
    private final DeliverEditions deliverEditions;
    private final ProductWords words;

    EditionFilesController(
            Books books, DeliveredFiles files, FileStamps stamps, DeliverEditions deliverEditions, ProductWords words) {
        this.books = books;
        this.files = files;
        this.stamps = stamps;
        this.deliverEditions = deliverEditions;
        this.words = words;
    }

    @GetMapping("/w/{slug}/editions/{edition}/files")
    String index(
            @ModelAttribute(name = "shelf", binding = false) FileShelf shelf, @PathVariable UUID edition, Model model) {
        var found = books.find(new EditionId(edition)).orElseThrow(NotFound::new);
        model.addAttribute("edition", found);
        model.addAttribute("files", FileRow.list(files.of(shelf.owner()), stamps.of(shelf.owner()), words));
        model.addAttribute("deliverers", deliverEditions.deliverers(found.id()));
        model.addAttribute("others", deliverEditions.couldDeliver(found));
        return "catalog/files/index";
    }
}
