package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.catalog.ProductView;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

/** A product as it was when the revision was published. */
public record ProductSnapshot(
        ProductId id,
        String name,
        ProductType type,
        String description,
        @Nullable FileId picture,
        Money price) {
    static ProductSnapshot of(ProductView product) {
        return new ProductSnapshot(
                product.id(),
                product.name(),
                product.type(),
                product.description(),
                product.picture(),
                product.price());
    }
}
