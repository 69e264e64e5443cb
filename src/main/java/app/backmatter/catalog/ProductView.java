package app.backmatter.catalog;

import app.backmatter.books.BookId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as others see it.
 *
 * @param price its normal price now, in the workspace's own currency if it has one there; zero for a gift
 * @param book the book that it belongs to, if any
 * @param groups the files that its buyers get, its own first
 * @param others its normal prices in other currencies
 */
public record ProductView(
        ProductId id,
        String name,
        ProductType type,
        String description,
        @Nullable FileId picture,
        Money price,
        @Nullable BookId book,
        List<FileGroup> groups,
        Prices others) {
    /** All that its buyers get. */
    public List<StoredFile> files() {
        return groups.stream().flatMap(group -> group.files().stream()).toList();
    }

    public boolean isFree() {
        return price.isZero();
    }
}
