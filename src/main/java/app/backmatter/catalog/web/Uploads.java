package app.backmatter.catalog.web;

import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.NotAPicture;
import app.backmatter.storage.StorageFull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** Stores what came with a form without errors; what can't be stored is an error beside its field. */
@Component
class Uploads {
    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    /** Absent when none was sent. */
    @Nullable
    FileId picture(@Nullable MultipartFile upload, String field, Errors errors) {
        return store(
                upload,
                field,
                errors,
                (name, content) -> files.storePicture(name, content).id());
    }

    List<FileId> files(List<MultipartFile> uploads, String field, Errors errors) {
        return uploads.stream()
                .flatMap(upload -> Stream.ofNullable(store(
                        upload,
                        field,
                        errors,
                        (name, content) -> files.store(name, content).id())))
                .toList();
    }

    private @Nullable FileId store(
            @Nullable MultipartFile upload,
            String field,
            Errors errors,
            BiFunction<String, InputStream, FileId> shelf) {
        if (upload == null || upload.isEmpty() || errors.hasErrors()) {
            return null;
        }
        try (var content = upload.getInputStream()) {
            return shelf.apply(Objects.requireNonNullElse(upload.getOriginalFilename(), ""), content);
        } catch (NotAPicture e) {
            errors.rejectValue(field, NotAPicture.MESSAGE);
        } catch (StorageFull e) {
            errors.rejectValue(field, StorageFull.MESSAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
