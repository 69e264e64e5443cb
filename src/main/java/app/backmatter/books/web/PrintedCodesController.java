package app.backmatter.books.web;

import app.backmatter.books.PlaceId;
import app.backmatter.books.PlaceView;
import app.backmatter.books.domain.Places;
import app.backmatter.books.domain.PrintedCode;
import app.backmatter.shared.Slug;
import app.backmatter.storage.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A place's QR code for the book's designer. Saved when followed, shown when a page embeds it. */
@RestController
@RequestMapping("/w/{slug}/places/{id}")
class PrintedCodesController {
    private final Places places;
    private final BookWords words;

    PrintedCodesController(Places places, BookWords words) {
        this.places = places;
        this.words = words;
    }

    @GetMapping("/code.svg")
    ResponseEntity<byte[]> svg(@PathVariable UUID id) {
        var place = places.get(new PlaceId(id));
        var svg = new PrintedCode(place.link().url()).svg();
        return file(place, "svg", MediaType.valueOf("image/svg+xml"), svg.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/code.png")
    ResponseEntity<byte[]> png(@PathVariable UUID id) {
        var place = places.get(new PlaceId(id));
        return file(
                place, "png", MediaType.IMAGE_PNG, new PrintedCode(place.link().url()).png());
    }

    private ResponseEntity<byte[]> file(PlaceView place, String ending, MediaType type, byte[] content) {
        var name =
                Slug.from("%s %s %s".formatted(place.bookTitle(), words.of(place.format()), words.of(place)), "place");
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Attachment.named("%s-%s.%s".formatted(name, place.link().code(), ending)))
                .body(content);
    }
}
