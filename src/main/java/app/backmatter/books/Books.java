package app.backmatter.books;

import app.backmatter.books.domain.BookShelf;
import app.backmatter.books.domain.EditionViews;
import app.backmatter.books.domain.Editions;
import app.backmatter.books.domain.Places;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Books of the workspace in scope. */
@Service
public class Books {
    private final BookShelf shelf;
    private final Editions editions;
    private final EditionViews editionViews;
    private final Places places;

    Books(BookShelf shelf, Editions editions, EditionViews editionViews, Places places) {
        this.shelf = shelf;
        this.editions = editions;
        this.editionViews = editionViews;
        this.places = places;
    }

    /** By title. */
    public List<BookView> all() {
        return shelf.views();
    }

    public Optional<BookView> find(BookId id) {
        return shelf.view(id);
    }

    /** All places of the workspace, retired ones included, book by book in reading order. */
    public List<PlaceView> places() {
        return places.all();
    }

    public BookId add(NewBook book) {
        return shelf.add(book);
    }

    /** @throws IllegalArgumentException when ISBN or ASIN is none */
    public EditionId addEdition(BookId book, NewEdition edition) {
        return editions.add(book, edition);
    }

    /** In the order in which they were added. */
    public List<EditionView> editions(BookId book) {
        return editionViews.of(book);
    }

    /** Those of them that the workspace has, in the order in which they were added. */
    public List<EditionView> editions(Collection<EditionId> ids) {
        return editionViews.of(ids);
    }

    public Optional<EditionView> find(EditionId id) {
        return editionViews.of(List.of(id)).stream().findAny();
    }

    /**
     * Has an edition stay until the caller's transaction ends: to be called wherever its id is written down.
     *
     * @throws app.backmatter.pages.NotFound when the workspace has no such edition
     */
    public void hold(EditionId id) {
        editions.hold(id);
    }

    /**
     * Adds a place with its short link; where the edition already has one in this spot, gives that.
     *
     * @param chapter 1 to 999 for {@link PlaceKind#CHAPTER_END}, else absent
     */
    public PlaceView addPlace(EditionId edition, PlaceKind kind, @Nullable Integer chapter) {
        return places.add(edition, kind, chapter);
    }
}
