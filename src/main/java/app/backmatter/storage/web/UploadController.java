package app.backmatter.storage.web;

import app.backmatter.pages.NotFound;
import app.backmatter.pages.Words;
import app.backmatter.storage.FileRefused;
import app.backmatter.storage.StorageAway;
import app.backmatter.storage.StorageFull;
import app.backmatter.storage.domain.UploadByPieces;
import app.backmatter.storage.domain.UploadByPieces.Progress;
import app.backmatter.storage.domain.WrongOffset;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files that pages send by pieces, in the shape of the tus protocol. The form that they belong to names their tokens. */
@RestController
@RequestMapping("/w/{slug}/uploads")
class UploadController {
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String COMPLETE = "Upload-Complete";

    private final UploadByPieces uploads;
    private final Words words;

    UploadController(UploadByPieces uploads, Words words) {
        this.uploads = uploads;
        this.words = words;
    }

    @PostMapping
    ResponseEntity<String> begin(
            @PathVariable String slug, @RequestParam String name, @RequestParam long size, Principal person) {
        if (size <= 0) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, "storage.error.no-content", name);
        }
        if (size > UploadByPieces.MOST) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "storage.error.too-large", name);
        }
        var token = uploads.begin(person.getName(), name, size);
        return ResponseEntity.created(URI.create("/w/" + slug + "/uploads/" + token))
                .header(OFFSET, "0")
                .build();
    }

    @RequestMapping(path = "/{token}", method = RequestMethod.HEAD)
    ResponseEntity<String> progress(@PathVariable String token, Principal person) {
        return uploads.progress(person.getName(), token)
                .map(progress -> at(HttpStatus.OK, progress))
                .orElseThrow(NotFound::new);
    }

    @PatchMapping("/{token}")
    ResponseEntity<String> append(
            @PathVariable String token,
            @RequestHeader(name = OFFSET, defaultValue = "-1") long offset,
            InputStream content,
            Principal person) {
        var upload = uploads.progress(person.getName(), token).orElseThrow(NotFound::new);
        try {
            return uploads.append(person.getName(), token, offset, content)
                    .map(progress -> at(HttpStatus.NO_CONTENT, progress))
                    .orElseThrow(NotFound::new);
        } catch (FileRefused e) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, e.message(), upload.name());
        }
    }

    @DeleteMapping("/{token}")
    ResponseEntity<String> cancel(@PathVariable String token, Principal person) {
        if (!uploads.cancel(person.getName(), token)) {
            throw new NotFound();
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(WrongOffset e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(OFFSET, String.valueOf(e.reached()))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<String> full(StorageFull e) {
        return refused(HttpStatus.INSUFFICIENT_STORAGE, StorageFull.MESSAGE);
    }

    /** The sender tries again: all of it is here. */
    @ExceptionHandler
    ResponseEntity<String> away(StorageAway e) {
        return refused(HttpStatus.SERVICE_UNAVAILABLE, StorageAway.MESSAGE);
    }

    private ResponseEntity<String> refused(HttpStatus status, String key, Object... values) {
        return ResponseEntity.status(status).body(words.say(key, values));
    }

    private static ResponseEntity<String> at(HttpStatus status, Progress progress) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, String.valueOf(progress.offset()))
                .header(LENGTH, String.valueOf(progress.size()))
                .header(COMPLETE, progress.complete() ? "?1" : "?0")
                .build();
    }
}
