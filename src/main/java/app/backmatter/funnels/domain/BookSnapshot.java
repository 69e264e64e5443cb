package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookView;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

/** A book as it was when the revision was published. */
public record BookSnapshot(
        BookId id,
        String title,
        String subtitle,
        String author,
        String description,
        @Nullable FileId cover,
        @Nullable String isbn) {
    static BookSnapshot of(BookView book) {
        return new BookSnapshot(
                book.id(), book.title(), book.subtitle(), book.author(), book.description(), book.cover(), book.isbn());
    }
}
