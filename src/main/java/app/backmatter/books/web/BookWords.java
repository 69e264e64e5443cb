package app.backmatter.books.web;

import app.backmatter.books.BookStatus;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.PlaceKind;
import app.backmatter.books.PlaceView;
import app.backmatter.pages.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The names of things on the pages of books. */
@Component
class BookWords {
    private final Words words;

    BookWords(Words words) {
        this.words = words;
    }

    String of(String key, Object... values) {
        return words.say(key, values);
    }

    String of(BookStatus status) {
        return of("books.status." + status);
    }

    String of(EditionFormat format) {
        return of("books.format." + format);
    }

    /** Back matter; end of chapter 7. */
    String of(PlaceView place) {
        return place.chapter() == null ? of("books.place." + place.kind()) : of("books.place.chapter", place.chapter());
    }

    Map<String, String> statuses() {
        return named("books.status.", BookStatus.values());
    }

    Map<String, String> formats() {
        return named("books.format.", EditionFormat.values());
    }

    Map<String, String> placeKinds(EditionFormat format) {
        return named(
                "books.place.",
                Arrays.stream(PlaceKind.values())
                        .filter(kind -> kind.fits(format))
                        .toArray(PlaceKind[]::new));
    }

    private Map<String, String> named(String prefix, Enum<?>[] values) {
        var names = new LinkedHashMap<String, String>();
        for (var value : values) {
            names.put(value.name(), of(prefix + value.name()));
        }
        return names;
    }
}
