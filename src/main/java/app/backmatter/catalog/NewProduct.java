package app.backmatter.catalog;

import app.backmatter.books.BookId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

/**
 * What an author says of a product.
 *
 * @param price in the workspace's own currency
 * @param others in those that readers can pay in, too
 */
public record NewProduct(
        String name,
        ProductType type,
        String description,
        Money price,
        @Nullable FileId picture,
        @Nullable BookId book,
        Prices others) {
    /** In one currency alone. */
    public NewProduct(
            String name,
            ProductType type,
            String description,
            Money price,
            @Nullable FileId picture,
            @Nullable BookId book) {
        this(name, type, description, price, picture, book, Prices.NONE);
    }
}
