package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookUse;
import app.backmatter.books.EditionId;
import app.backmatter.pages.Use;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that other modules build on books. */
@Component
public class BookUses {
    private final ObjectProvider<BookUse> uses;
    private final EditionRepository editions;

    BookUses(ObjectProvider<BookUse> uses, EditionRepository editions) {
        this.uses = uses;
        this.editions = editions;
    }

    /** Those of its editions included, each once. */
    public List<Use> of(BookId book) {
        var ofEditions = editions.findByBookIdOrderByCreatedAt(book.value()).stream()
                .flatMap(edition -> of(edition.id()).stream());
        return Stream.concat(uses.stream().flatMap(use -> use.of(book).stream()), ofEditions)
                .distinct()
                .toList();
    }

    public List<Use> of(EditionId edition) {
        return uses.stream().flatMap(use -> use.of(edition).stream()).toList();
    }
}
