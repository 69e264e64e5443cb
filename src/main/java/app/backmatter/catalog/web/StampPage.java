package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.FileStamps;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.catalog.domain.StampProductFile;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which an author chooses whether copies of a file are stamped. */
@Component
class StampPage {
    private final StampProductFile stampProductFile;
    private final FileStamps stamps;
    private final ProductViews views;

    StampPage(StampProductFile stampProductFile, FileStamps stamps, ProductViews views) {
        this.stampProductFile = stampProductFile;
        this.stamps = stamps;
        this.views = views;
    }

    /** @param trouble the key of a message about the file, or an empty text */
    String about(FileOfProduct address, String trouble, Model model) {
        var file = file(address);
        var product = address.productId();
        model.addAttribute("product", views.find(product).orElseThrow(NotFound::new));
        model.addAttribute("file", file);
        model.addAttribute("stamping", stamps.of(product).get(file.id()));
        model.addAttribute("trouble", trouble);
        return "catalog/files/stamp";
    }

    StoredFile file(FileOfProduct address) {
        return stampProductFile.get(address.productId(), address.fileId());
    }
}
