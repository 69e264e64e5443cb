package app.backmatter.books;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Books of the workspace in scope. */
@Service
public class Books {
    public List<BookView> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<BookView> find(BookId id) {
        throw new UnsupportedOperationException();
    }

    /** All places of the workspace, book by book. */
    public List<PlaceView> places() {
        throw new UnsupportedOperationException();
    }

    public BookId add(NewBook book) {
        throw new UnsupportedOperationException();
    }

    public EditionId addEdition(BookId book, NewEdition edition) {
        throw new UnsupportedOperationException();
    }

    /** Adds a place with its short link. */
    public PlaceView addPlace(EditionId edition, PlaceKind kind, @Nullable Integer chapter) {
        throw new UnsupportedOperationException();
    }
}
