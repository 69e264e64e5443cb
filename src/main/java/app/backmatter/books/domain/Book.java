package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookStatus;
import app.backmatter.books.NewBook;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.storage.FileId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A book from its first idea on. Has a draft cover long before the final one. */
@Entity
@Table(name = "books")
final class Book extends WorkspaceOwned<Book> {
    @EmbeddedId
    private BookId id;

    @Version
    private @Nullable Integer version;

    private String title;
    private String subtitle;
    private String author;
    private String description;

    @Enumerated(EnumType.STRING)
    private BookStatus status;

    private @Nullable UUID draftCover;
    private @Nullable UUID finalCover;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Book() {}

    Book(NewBook book, BookStatus status, Instant createdAt) {
        this.id = BookId.next();
        this.title = book.title().strip();
        this.subtitle = book.subtitle().strip();
        this.author = book.author().strip();
        this.description = book.description();
        this.draftCover = book.cover() == null ? null : book.cover().value();
        this.status = status;
        this.createdAt = createdAt;
    }

    /** @param book a cover in it becomes the draft cover; without one the present stays */
    void describe(NewBook book, BookStatus reached) {
        title = book.title().strip();
        subtitle = book.subtitle().strip();
        author = book.author().strip();
        description = book.description();
        status = reached;
        if (book.cover() != null) {
            draftCover = book.cover().value();
        }
    }

    void showFinalCover(FileId cover) {
        finalCover = cover.value();
    }

    BookId id() {
        return id;
    }

    BookDetails details() {
        return new BookDetails(id, title, subtitle, author, description, status, cover(), finalCover != null);
    }

    private @Nullable FileId cover() {
        var shown = finalCover == null ? draftCover : finalCover;
        return shown == null ? null : new FileId(shown);
    }
}
