package app.backmatter.storage.web;

import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.domain.PublicPictures;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Covers and other pictures on public pages. Their content never changes, so they are kept by browsers for ever. */
@RestController
class MediaController {
    private final PublicPictures pictures;

    MediaController(PublicPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/media/{id}")
    ResponseEntity<Resource> show(@PathVariable UUID id, @RequestParam(name = "w", defaultValue = "0") int width) {
        var picture = pictures.find(new FileId(id), width).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(picture.content());
    }
}
