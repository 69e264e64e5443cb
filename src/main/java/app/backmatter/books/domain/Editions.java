package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.books.NewEdition;
import app.backmatter.books.PlaceView;
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
    private final Places places;
    private final BookShelf shelf;
    private final BookUses uses;
    private final Clock clock;

    Editions(EditionRepository editions, Places places, BookShelf shelf, BookUses uses, Clock clock) {
        this.editions = editions;
        this.places = places;
        this.shelf = shelf;
        this.uses = uses;
        this.clock = clock;
    }

    public List<EditionDetails> of(BookId book) {
        return editions.findByBookIdOrderByCreatedAt(book.value()).stream()
                .map(Edition::details)
                .toList();
    }

    /** @throws NotFound when the workspace has no such edition */
    public EditionDetails get(EditionId id) {
        return edition(id).details();
    }

    public EditionId add(BookId book, NewEdition edition) {
        return editions.save(new Edition(shelf.get(book).id(), edition, clock.instant()))
                .id();
    }

    /**
     * Neither it nor its book can be deleted until the transaction ends.
     *
     * @throws NotFound when the workspace has no such edition
     */
    public void hold(EditionId id) {
        locked(id);
    }

    /** Whether each place of the edition can be in this format too. */
    public boolean canBecome(EditionId id, EditionFormat format) {
        return placesOf(id).stream().allMatch(place -> place.kind().fits(format));
    }

    /** @throws IllegalArgumentException when it can't become what is described */
    public void describe(EditionId id, NewEdition description) {
        var edition = edition(id);
        if (!canBecome(id, description.format())) {
            throw new IllegalArgumentException(description.format() + " has no room for its places");
        }
        edition.describe(description);
        editions.save(edition);
    }

    /** Why the edition can't be deleted now, as a message key. */
    public Optional<String> whyNeeded(EditionId id) {
        if (places.isAnyFollowed(placesOf(id))) {
            return Optional.of("books.deletion.edition-is-followed");
        }
        return uses.of(id).isEmpty() ? Optional.empty() : Optional.of("books.deletion.edition-is-used");
    }

    /**
     * Deletes it with its places.
     *
     * @throws StillNeeded once a reader followed a link in it, or while something else is built on it
     */
    public void delete(EditionId id) {
        var edition = locked(id);
        whyNeeded(id).ifPresent(reason -> {
            throw new StillNeeded(reason);
        });
        places.deleteAll(id);
        editions.delete(edition);
    }

    private Edition locked(EditionId id) {
        return editions.findLockedById(id).orElseThrow(NotFound::new);
    }

    private Edition edition(EditionId id) {
        return editions.findById(id).orElseThrow(NotFound::new);
    }

    private List<PlaceView> placesOf(EditionId id) {
        return places.of(edition(id).book()).stream()
                .filter(place -> place.edition().equals(id))
                .toList();
    }
}
