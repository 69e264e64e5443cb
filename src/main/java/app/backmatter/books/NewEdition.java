package app.backmatter.books;

import app.backmatter.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param isbn ISBN-13 with or without hyphens, checked
 * @param asin ten letters and digits, checked
 */
public record NewEdition(
        EditionFormat format,
        @Nullable String isbn,
        @Nullable String asin,
        @Nullable Money listPrice) {}
