package app.backmatter.books.web;

import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.NotAPicture;
import app.backmatter.storage.StorageFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** Stores the covers that came with a form; what can't be stored is an error beside its field. */
@Component
class Covers {
    private final Files files;

    Covers(Files files) {
        this.files = files;
    }

    Uploaded store(BookForm form, Errors errors) {
        if (errors.hasErrors()) {
            return new Uploaded(null, null);
        }
        return new Uploaded(store(form.cover(), "cover", errors), store(form.finalCover(), "finalCover", errors));
    }

    private @Nullable FileId store(@Nullable MultipartFile upload, String field, Errors errors) {
        if (upload == null || upload.isEmpty()) {
            return null;
        }
        try (var content = upload.getInputStream()) {
            var name = upload.getOriginalFilename();
            return files.storePicture(name == null ? "" : name, content).id();
        } catch (NotAPicture e) {
            errors.rejectValue(field, NotAPicture.MESSAGE);
        } catch (StorageFull e) {
            errors.rejectValue(field, StorageFull.MESSAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** Absent where none was sent. */
    record Uploaded(@Nullable FileId draft, @Nullable FileId finished) {}
}
