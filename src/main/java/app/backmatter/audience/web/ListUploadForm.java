package app.backmatter.audience.web;

import app.backmatter.storage.FileId;
import app.backmatter.storage.Uploads;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * One file with a list of people.
 *
 * @param files what came with the form
 * @param uploads tokens of what came by pieces before it
 */
record ListUploadForm(List<MultipartFile> files, List<String> uploads) {
    ListUploadForm {
        files = Objects.requireNonNullElse(files, List.of());
        uploads = Objects.requireNonNullElse(uploads, List.of());
    }

    static ListUploadForm blank() {
        return new ListUploadForm(List.of(), List.of());
    }

    /** Absent when the errors say why. */
    @Nullable
    FileId store(Uploads shelf, Principal person, Errors errors) {
        var stored = Stream.concat(
                        shelf.arrived(uploads, person, "files", errors).stream(),
                        shelf.files(files, "files", errors).stream())
                .toList();
        if (stored.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("files", "audience.import.error.no-file");
        } else if (stored.size() > 1) {
            errors.rejectValue("files", "audience.import.error.several");
        }
        return errors.hasErrors() ? null : stored.getFirst();
    }
}
