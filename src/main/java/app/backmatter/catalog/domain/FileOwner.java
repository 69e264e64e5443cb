package app.backmatter.catalog.domain;

import app.backmatter.books.EditionId;
import app.backmatter.catalog.ProductId;
import java.util.UUID;

/** Whose a file is. */
public sealed interface FileOwner {
    UUID id();

    /** Its buyers get the file. */
    record OfProduct(ProductId product) implements FileOwner {
        @Override
        public UUID id() {
            return product.value();
        }
    }

    /** The buyers of each product that delivers the edition get the file. */
    record OfEdition(EditionId edition) implements FileOwner {
        @Override
        public UUID id() {
            return edition.value();
        }
    }
}
