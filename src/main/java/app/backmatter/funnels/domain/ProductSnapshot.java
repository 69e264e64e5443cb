package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.ProductView;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import app.backmatter.storage.FileId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as it was when the revision was published.
 *
 * @param others its prices in other currencies
 */
public record ProductSnapshot(
        ProductId id,
        String name,
        ProductType type,
        String description,
        @Nullable FileId picture,
        Money price,
        Prices others) {
    public ProductSnapshot {
        others = Objects.requireNonNullElse(others, Prices.NONE);
    }

    static ProductSnapshot of(ProductView product) {
        return new ProductSnapshot(
                product.id(),
                product.name(),
                product.type(),
                product.description(),
                product.picture(),
                product.price(),
                product.others());
    }
}
