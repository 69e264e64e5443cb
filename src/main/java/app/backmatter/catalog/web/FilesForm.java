package app.backmatter.catalog.web;

import app.backmatter.storage.FileId;
import app.backmatter.storage.Uploads;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files for a product.
 *
 * @param files those that came with the form
 * @param uploads tokens of those that came by pieces before it
 */
record FilesForm(List<MultipartFile> files, List<String> uploads) {
    FilesForm {
        files = Objects.requireNonNullElse(files, List.of());
        uploads = Objects.requireNonNullElse(uploads, List.of());
    }

    static FilesForm blank() {
        return new FilesForm(List.of(), List.of());
    }

    /** In the order in which they were chosen; without all that the errors name. */
    List<FileId> store(Uploads shelf, Principal person, Errors errors) {
        return Stream.concat(
                        shelf.arrived(uploads, person, "files", errors).stream(),
                        shelf.files(files, "files", errors).stream())
                .toList();
    }
}
