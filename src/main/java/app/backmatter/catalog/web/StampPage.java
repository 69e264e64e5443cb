package app.backmatter.catalog.web;

import app.backmatter.catalog.domain.FileStamps;
import app.backmatter.catalog.domain.StampDeliveredFile;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which an author chooses whether copies of a file are stamped. */
@Component
class StampPage {
    private final StampDeliveredFile stampDeliveredFile;
    private final FileStamps stamps;

    StampPage(StampDeliveredFile stampDeliveredFile, FileStamps stamps) {
        this.stampDeliveredFile = stampDeliveredFile;
        this.stamps = stamps;
    }

    /** @param trouble the key of a message about the file, or an empty text */
    String about(FileShelf shelf, FileId id, String trouble, Model model) {
        var file = file(shelf, id);
        model.addAttribute("file", file);
        model.addAttribute("stamping", stamps.of(shelf.owner()).get(file.id()));
        model.addAttribute("trouble", trouble);
        return "catalog/files/stamp";
    }

    StoredFile file(FileShelf shelf, FileId file) {
        return stampDeliveredFile.get(shelf.owner(), file);
    }
}
