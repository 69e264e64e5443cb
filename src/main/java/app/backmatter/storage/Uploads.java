package app.backmatter.storage;

import app.backmatter.storage.domain.UploadByPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Stores what came with a form without errors; what can't be stored is an error beside its field, and so is a chosen file
 * without a byte in it. A file that the form's command does not claim is swept away after a day.
 */
@Component
public class Uploads {
    private final Files files;
    private final UploadByPieces pieces;

    Uploads(Files files, UploadByPieces pieces) {
        this.files = files;
        this.pieces = pieces;
    }

    /** Absent when none was sent, or when the form has errors. */
    public @Nullable FileId picture(@Nullable MultipartFile upload, String field, Errors errors) {
        return store(upload, field, errors, files::storePicture);
    }

    /** Absent when none was sent, or when the form has errors. */
    public @Nullable FileId file(@Nullable MultipartFile upload, String field, Errors errors) {
        return store(upload, field, errors, files::store);
    }

    public List<FileId> files(List<MultipartFile> uploads, String field, Errors errors) {
        return uploads.stream()
                .flatMap(upload -> Stream.ofNullable(file(upload, field, errors)))
                .toList();
    }

    /**
     * What came by pieces before the form did. It stays when the form has errors, and can be sent with it again.
     *
     * @param tokens as the form sent them
     * @param person who is signed in
     */
    public List<FileId> arrived(List<String> tokens, Principal person, String field, Errors errors) {
        var arrived = arrived(tokens, person);
        if (arrived.size() < tokens.size() && !errors.hasErrors()) {
            errors.rejectValue(field, "storage.error.upload-gone");
        }
        return arrived.stream().map(upload -> upload.file().id()).toList();
    }

    /** To be shown again in a form with errors; what is gone is left out. */
    public List<ArrivedUpload> arrived(List<String> tokens, Principal person) {
        return tokens.stream()
                .distinct()
                .flatMap(token -> pieces.arrived(person.getName(), token).stream())
                .toList();
    }

    private static @Nullable FileId store(
            @Nullable MultipartFile upload,
            String field,
            Errors errors,
            BiFunction<String, InputStream, StoredFile> shelf) {
        if (upload == null) {
            return null;
        }
        var name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
        if (upload.isEmpty() && !name.isBlank()) {
            errors.rejectValue(field, "storage.error.no-content", new Object[] {name}, "");
        }
        if (upload.isEmpty() || errors.hasErrors()) {
            return null;
        }
        try (var content = upload.getInputStream()) {
            return shelf.apply(name, content).id();
        } catch (NotAPicture e) {
            errors.rejectValue(field, NotAPicture.MESSAGE);
        } catch (FileRefused e) {
            errors.rejectValue(field, e.message(), new Object[] {name}, "");
        } catch (StorageFull e) {
            errors.rejectValue(field, StorageFull.MESSAGE);
        } catch (StorageAway e) {
            errors.rejectValue(field, StorageAway.MESSAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
