package app.backmatter.catalog.web;

import app.backmatter.catalog.ProductId;
import app.backmatter.storage.FileId;
import java.util.UUID;

/** A file as its address names it. */
record FileOfProduct(UUID product, UUID file) {
    ProductId productId() {
        return new ProductId(product);
    }

    FileId fileId() {
        return new FileId(file);
    }
}
