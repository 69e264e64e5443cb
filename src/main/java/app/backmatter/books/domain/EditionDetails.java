package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.books.RetailerLink;
import app.backmatter.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An edition as its author sees it. */
public record EditionDetails(
        EditionId id,
        BookId book,
        EditionFormat format,
        @Nullable String isbn,
        @Nullable String asin,
        @Nullable Money listPrice,
        List<RetailerLink> retailers) {}
