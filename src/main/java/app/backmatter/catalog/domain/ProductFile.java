package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceOwned;
import app.backmatter.storage.FileId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that buyers of a product get, at its position among the others. */
@Entity
@Table(name = "product_files")
final class ProductFile extends WorkspaceOwned<ProductFile> {
    @EmbeddedId
    private FileId id;

    @Version
    private @Nullable Integer version;

    private UUID productId;
    private int position;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ProductFile() {}

    ProductFile(ProductId product, FileId file, int position) {
        this.id = file;
        this.productId = product.value();
        this.position = position;
    }

    void moveTo(int place) {
        position = place;
    }

    FileId file() {
        return id;
    }

    ProductId product() {
        return new ProductId(productId);
    }
}
