package app.backmatter.books.domain;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.books.BookId;
import app.backmatter.books.BookStatus;
import app.backmatter.books.BookUse;
import app.backmatter.books.BookView;
import app.backmatter.books.NewBook;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The books of the workspace in scope. */
@Service
@Transactional
public class BookShelf {
    private final BookRepository books;
    private final EditionRepository editions;
    private final ObjectProvider<BookUse> uses;
    private final Clock clock;

    BookShelf(BookRepository books, EditionRepository editions, ObjectProvider<BookUse> uses, Clock clock) {
        this.books = books;
        this.editions = editions;
        this.uses = uses;
        this.clock = clock;
    }

    public List<Book> all() {
        return books.findAllByOrderByTitle();
    }

    /** @throws NotFound when the workspace has no such book */
    public Book get(BookId id) {
        return books.findById(id).orElseThrow(NotFound::new);
    }

    public BookId add(NewBook book) {
        return add(book, BookStatus.WRITING);
    }

    public BookId add(NewBook book, BookStatus status) {
        return books.save(new Book(book, status, clock.instant())).id();
    }

    public void describe(BookId id, NewBook description, BookStatus status, @Nullable FileId finalCover) {
        var book = get(id);
        book.describe(description, status);
        if (finalCover != null) {
            book.showFinalCover(finalCover);
        }
        books.save(book);
    }

    /** Why the book can't be deleted now, as a message key. */
    public Optional<String> whyNeeded(BookId id) {
        if (editions.existsByBookId(id.value())) {
            return Optional.of("books.deletion.has-editions");
        }
        return uses.stream().anyMatch(use -> use.isUsed(id)) ? Optional.of("books.deletion.is-used") : Optional.empty();
    }

    /** @throws StillNeeded while it has editions or something else is built on it */
    public void delete(BookId id) {
        var book = get(id);
        whyNeeded(id).ifPresent(reason -> {
            throw new StillNeeded(reason);
        });
        books.delete(book);
    }

    public List<BookView> views() {
        var editionsByBook = editions.findAllByOrderByCreatedAt().stream().collect(groupingBy(Edition::book));
        return all().stream()
                .map(book -> view(book, editionsByBook.getOrDefault(book.id(), List.of())))
                .toList();
    }

    public Optional<BookView> view(BookId id) {
        return books.findById(id).map(book -> view(book, editions.findByBookIdOrderByCreatedAt(id.value())));
    }

    private static BookView view(Book book, List<Edition> editions) {
        var isbn = editions.stream().map(Edition::isbn).filter(Objects::nonNull).findFirst();
        return new BookView(
                book.id(),
                book.title(),
                book.subtitle(),
                book.author(),
                book.description(),
                book.cover(),
                isbn.orElse(null),
                lowestPrice(editions));
    }

    /** In the currency of the first edition that has a price: others can't be compared with it. */
    private static @Nullable Money lowestPrice(List<Edition> editions) {
        var prices = editions.stream()
                .map(Edition::listPrice)
                .filter(Objects::nonNull)
                .toList();
        return prices.stream()
                .filter(price -> price.currency().equals(prices.getFirst().currency()))
                .min(Money::compareTo)
                .orElse(null);
    }
}
