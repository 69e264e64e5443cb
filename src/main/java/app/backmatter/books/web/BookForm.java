package app.backmatter.books.web;

import app.backmatter.books.BookStatus;
import app.backmatter.books.NewBook;
import app.backmatter.books.domain.BookDetails;
import app.backmatter.pages.Typed;
import app.backmatter.storage.FileId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What an author types about a book; a field that was not sent is empty. */
record BookForm(
        @NotBlank(message = "{books.error.title}") @Size(max = 200)
        String title,

        @Size(max = 300) String subtitle,
        @Size(max = 200) String author,
        @Size(max = 10_000) String description,
        BookStatus status,
        @Nullable MultipartFile cover,
        @Nullable MultipartFile finalCover) {

    BookForm {
        title = Typed.line(title);
        subtitle = Typed.line(subtitle);
        author = Typed.line(author);
        description = Typed.text(description);
        status = Objects.requireNonNullElse(status, BookStatus.WRITING);
    }

    static BookForm blank(String author) {
        return new BookForm("", "", author, "", BookStatus.WRITING, null, null);
    }

    static BookForm of(BookDetails book) {
        return new BookForm(
                book.title(), book.subtitle(), book.author(), book.description(), book.status(), null, null);
    }

    NewBook toBook(@Nullable FileId draftCover) {
        return new NewBook(title, subtitle, author, description, draftCover);
    }
}
