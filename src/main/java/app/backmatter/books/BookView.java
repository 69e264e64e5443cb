package app.backmatter.books;

import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A book as others see it.
 *
 * @param listPrice the lowest list price among its editions, absent without one
 */
public record BookView(
        BookId id,
        String title,
        String subtitle,
        String author,
        String description,
        @Nullable FileId cover,
        @Nullable String isbn,
        @Nullable Money listPrice) {}
