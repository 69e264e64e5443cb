package app.backmatter.books.domain;

import static java.util.stream.Collectors.toMap;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionId;
import app.backmatter.books.EditionView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Editions with the titles of their books, in two questions to the database however many they are. */
@Service
@Transactional(readOnly = true)
public class EditionViews {
    private final EditionRepository editions;
    private final BookRepository books;

    EditionViews(EditionRepository editions, BookRepository books) {
        this.editions = editions;
        this.books = books;
    }

    /** As the book's page lists them. */
    public List<EditionView> of(BookId book) {
        return views(editions.findByBookIdOrderByCreatedAt(book.value()));
    }

    /** In the order in which they were added. */
    public List<EditionView> of(Collection<EditionId> ids) {
        return ids.isEmpty() ? List.of() : views(editions.findByIdInOrderByCreatedAt(ids));
    }

    private List<EditionView> views(List<Edition> listed) {
        var ids = listed.stream().map(Edition::book).distinct().toList();
        Map<BookId, String> titles = books.findAllById(ids).stream()
                .collect(toMap(Book::id, book -> book.details().title()));
        return listed.stream()
                .map(edition -> new EditionView(
                        edition.id(),
                        edition.book(),
                        Objects.requireNonNull(titles.get(edition.book())),
                        edition.format()))
                .toList();
    }
}
