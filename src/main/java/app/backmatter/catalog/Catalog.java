package app.backmatter.catalog;

import app.backmatter.catalog.domain.ProductFiles;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.catalog.domain.Products;
import app.backmatter.storage.FileId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Products of the workspace in scope, with their present prices and files. */
@Service
public class Catalog {
    private final Products products;
    private final ProductViews views;
    private final ProductFiles files;

    Catalog(Products products, ProductViews views, ProductFiles files) {
        this.products = products;
        this.views = views;
        this.files = files;
    }

    /** What can be offered, by name; archived products are left out. */
    public List<ProductView> all() {
        return views.offered();
    }

    /** Archived products too: who bought one keeps it. */
    public Optional<ProductView> find(ProductId id) {
        return views.find(id);
    }

    /** Archived products too. */
    public Map<ProductId, ProductView> findAll(Collection<ProductId> ids) {
        return views.of(ids);
    }

    public ProductId add(NewProduct product) {
        return products.add(product, List.of());
    }

    /** As its last file. */
    public void addFile(ProductId product, FileId file) {
        files.add(product, List.of(file));
    }
}
