package app.backmatter.books.web;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.books.PlaceView;
import app.backmatter.books.domain.BookDetails;
import app.backmatter.storage.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A book in the list. */
record BookRow(
        String id,
        String title,
        String author,
        String status,
        @Nullable String cover,
        int places,
        long clicks) {
    static List<BookRow> list(List<BookDetails> books, List<PlaceView> places, BookWords words) {
        var byBook = places.stream().collect(groupingBy(PlaceView::book));
        return books.stream()
                .map(book -> of(book, byBook.getOrDefault(book.id(), List.of()), words))
                .toList();
    }

    private static BookRow of(BookDetails book, List<PlaceView> places, BookWords words) {
        var cover = book.cover();
        return new BookRow(
                book.id().toString(),
                book.title(),
                book.author(),
                words.of(book.status()),
                cover == null ? null : Files.mediaPath(cover) + "?w=480",
                (int) places.stream().filter(place -> !place.retired()).count(),
                places.stream().mapToLong(place -> place.link().clicks()).sum());
    }
}
