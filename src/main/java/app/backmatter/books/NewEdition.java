package app.backmatter.books;

import app.backmatter.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param isbn ISBN-13 or ISBN-10 with or without hyphens, checked
 * @param asin ten letters and digits, checked
 */
public record NewEdition(
        EditionFormat format,
        @Nullable String isbn,
        @Nullable String asin,
        @Nullable Money listPrice,
        List<RetailerLink> retailers) {
    public NewEdition(EditionFormat format, @Nullable String isbn, @Nullable String asin, @Nullable Money listPrice) {
        this(format, isbn, asin, listPrice, List.of());
    }
}
