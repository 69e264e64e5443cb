package app.backmatter.catalog.web;

import app.backmatter.books.BookView;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductType;
import app.backmatter.pages.Words;
import app.backmatter.storage.StoredFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The names of things on the pages of products. */
@Component
class ProductWords {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("application/epub+zip", "EPUB"),
            Map.entry("application/zip", "ZIP"),
            Map.entry("audio/mpeg", "MP3"),
            Map.entry("audio/mp4", "M4B"),
            Map.entry("video/mp4", "MP4"),
            Map.entry("audio/ogg", "OGG"),
            Map.entry("audio/flac", "FLAC"),
            Map.entry("image/png", "PNG"),
            Map.entry("image/jpeg", "JPEG"));

    private final Words words;

    ProductWords(Words words) {
        this.words = words;
    }

    String of(String key, Object... values) {
        return words.say(key, values);
    }

    String of(ProductType type) {
        return of("catalog.type." + type);
    }

    Map<String, String> types() {
        var names = new LinkedHashMap<String, String>();
        for (var type : ProductType.values()) {
            names.put(type.name(), of(type));
        }
        return names;
    }

    /** By hours, as the form names them. */
    Map<String, String> linkDurations() {
        var names = new LinkedHashMap<String, String>();
        DeliveryForm.HOURS.forEach(hours -> names.put(hours.toString(), of("catalog.delivery.hours." + hours)));
        return names;
    }

    /** Two sentences: how often, how long. */
    String of(DeliveryTerms terms) {
        var most = terms.most();
        return (most == null ? of("catalog.delivery.any") : of("catalog.delivery.most", most))
                + " "
                + of(
                        "catalog.delivery.lasts",
                        of("catalog.delivery.hours." + terms.linkLasts().toHours()));
    }

    /** By id, none first. */
    Map<String, String> books(List<BookView> books) {
        var titles = new LinkedHashMap<String, String>();
        titles.put("", of("catalog.book.none"));
        books.forEach(book -> titles.put(book.id().toString(), book.title()));
        return titles;
    }

    String kindOf(StoredFile file) {
        if (file.link() != null) {
            return of("catalog.files.kind.link");
        }
        var known = KINDS.get(file.contentType());
        return known == null ? of("catalog.files.kind") : known;
    }
}
