package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookStatus;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A book as its author sees it.
 *
 * @param cover the final one as soon as there is one
 */
public record BookDetails(
        BookId id,
        String title,
        String subtitle,
        String author,
        String description,
        BookStatus status,
        @Nullable FileId cover,
        boolean hasFinalCover) {}
