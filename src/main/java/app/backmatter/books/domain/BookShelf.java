package app.backmatter.books.domain;

import static java.util.stream.Collectors.groupingBy;

import app.backmatter.books.BookId;
import app.backmatter.books.BookStatus;
import app.backmatter.books.BookView;
import app.backmatter.books.NewBook;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The books of the workspace in scope. */
@Service
@Transactional
public class BookShelf {
    private final BookRepository books;
    private final EditionRepository editions;
    private final Places places;
    private final BookUses uses;
    private final Files files;
    private final Clock clock;

    BookShelf(
            BookRepository books, EditionRepository editions, Places places, BookUses uses, Files files, Clock clock) {
        this.books = books;
        this.editions = editions;
        this.places = places;
        this.uses = uses;
        this.files = files;
        this.clock = clock;
    }

    public List<BookDetails> all() {
        return books.findAllByOrderByTitle().stream().map(Book::details).toList();
    }

    /** @throws NotFound when the workspace has no such book */
    public BookDetails get(BookId id) {
        return book(id).details();
    }

    public BookId add(NewBook book) {
        return add(book, BookStatus.WRITING);
    }

    public BookId add(NewBook book, BookStatus status) {
        files.claim(book.cover());
        return books.save(new Book(book, status, clock.instant())).id();
    }

    public void describe(BookId id, NewBook description, BookStatus status, @Nullable FileId finalCover) {
        var book = book(id);
        files.claim(description.cover());
        files.claim(finalCover);
        book.describe(description, status);
        if (finalCover != null) {
            book.showFinalCover(finalCover);
        }
        books.save(book);
    }

    /** Why the book can't be deleted now, as a message key. */
    public Optional<String> whyNeeded(BookId id) {
        if (places.isAnyFollowed(places.of(id))) {
            return Optional.of("books.deletion.is-followed");
        }
        return uses.of(id).isEmpty() ? Optional.empty() : Optional.of("books.deletion.is-used");
    }

    /**
     * Deletes it with its editions and places.
     *
     * @throws StillNeeded once a reader followed one of its links, or while something else is built on it
     */
    public void delete(BookId id) {
        var book = book(id);
        var ofBook = editions.findByBookIdOrderByCreatedAt(id.value());
        // what was being written down about one of them is there now, or refused
        ofBook.forEach(edition -> editions.findLockedById(edition.id()));
        whyNeeded(id).ifPresent(reason -> {
            throw new StillNeeded(reason);
        });
        for (var edition : ofBook) {
            places.deleteAll(edition.id());
            editions.delete(edition);
        }
        books.delete(book);
    }

    public List<BookView> views() {
        var editionsByBook = editions.findAllByOrderByCreatedAt().stream()
                .map(Edition::details)
                .collect(groupingBy(EditionDetails::book));
        return all().stream()
                .map(book -> view(book, editionsByBook.getOrDefault(book.id(), List.of())))
                .toList();
    }

    public Optional<BookView> view(BookId id) {
        return books.findById(id).map(book -> view(book.details(), editionsOf(id)));
    }

    private Book book(BookId id) {
        return books.findById(id).orElseThrow(NotFound::new);
    }

    private List<EditionDetails> editionsOf(BookId id) {
        return editions.findByBookIdOrderByCreatedAt(id.value()).stream()
                .map(Edition::details)
                .toList();
    }

    private static BookView view(BookDetails book, List<EditionDetails> editions) {
        var isbn = editions.stream()
                .map(EditionDetails::isbn)
                .filter(Objects::nonNull)
                .findFirst();
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
    private static @Nullable Money lowestPrice(List<EditionDetails> editions) {
        var prices = editions.stream()
                .map(EditionDetails::listPrice)
                .filter(Objects::nonNull)
                .toList();
        return prices.stream()
                .filter(price -> price.currency().equals(prices.getFirst().currency()))
                .min(Money::compareTo)
                .orElse(null);
    }
}
