package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionId;
import app.backmatter.books.NewEdition;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The editions of the workspace's books. */
@Service
@Transactional
public class Editions {
    private final EditionRepository editions;
    private final PlaceRepository places;
    private final BookShelf shelf;
    private final Clock clock;

    Editions(EditionRepository editions, PlaceRepository places, BookShelf shelf, Clock clock) {
        this.editions = editions;
        this.places = places;
        this.shelf = shelf;
        this.clock = clock;
    }

    public List<Edition> of(BookId book) {
        return editions.findByBookIdOrderByCreatedAt(book.value());
    }

    /** @throws NotFound when the workspace has no such edition */
    public Edition get(EditionId id) {
        return editions.findById(id).orElseThrow(NotFound::new);
    }

    public EditionId add(BookId book, NewEdition edition) {
        return editions.save(new Edition(shelf.get(book).id(), edition, clock.instant()))
                .id();
    }

    public void describe(EditionId id, NewEdition description) {
        var edition = get(id);
        edition.describe(description);
        editions.save(edition);
    }

    public Optional<String> whyNeeded(EditionId id) {
        return places.existsByEditionId(id.value()) ? Optional.of("books.deletion.has-places") : Optional.empty();
    }

    /** @throws StillNeeded once it has a place, whose link may be printed */
    public void delete(EditionId id) {
        var edition = get(id);
        whyNeeded(id).ifPresent(reason -> {
            throw new StillNeeded(reason);
        });
        editions.delete(edition);
    }
}
