package app.backmatter.catalog;

import app.backmatter.books.EditionId;
import app.backmatter.catalog.domain.DeliverEditions;
import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.catalog.domain.FileOwner.OfEdition;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.catalog.domain.FileStamps;
import app.backmatter.catalog.domain.ProductDelivery;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.catalog.domain.Products;
import app.backmatter.catalog.domain.StampedProducts;
import app.backmatter.storage.FileId;
import app.backmatter.watermarks.NotStampable;
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
    private final DeliveredFiles files;
    private final DeliverEditions deliverEditions;
    private final FileStamps stamps;
    private final StampedProducts stamped;
    private final ProductDelivery delivery;

    Catalog(
            Products products,
            ProductViews views,
            DeliveredFiles files,
            DeliverEditions deliverEditions,
            FileStamps stamps,
            StampedProducts stamped,
            ProductDelivery delivery) {
        this.products = products;
        this.views = views;
        this.files = files;
        this.deliverEditions = deliverEditions;
        this.stamps = stamps;
        this.stamped = stamped;
        this.delivery = delivery;
    }

    /** What can be offered, by name; archived products are left out. */
    public List<ProductView> all() {
        return views.offered();
    }

    /** Archived products too, by name. */
    public List<ProductView> everything() {
        return views.everything();
    }

    /** Whether it can be offered: it is there and not archived. */
    public boolean isOffered(ProductId id) {
        return views.isOffered(id);
    }

    /** Archived products too: who bought one keeps it. */
    public Optional<ProductView> find(ProductId id) {
        return views.find(id);
    }

    /** Archived products too. */
    public Map<ProductId, ProductView> findAll(Collection<ProductId> ids) {
        return views.of(ids);
    }

    /** How the files of each are handed out; archived products too. */
    public Map<ProductId, DeliveryTerms> deliveryTerms(Collection<ProductId> ids) {
        return delivery.terms(ids);
    }

    public ProductId add(NewProduct product) {
        return products.add(product, List.of());
    }

    /** As its last file. */
    public void addFile(ProductId product, FileId file) {
        files.add(new OfProduct(product), List.of(file));
    }

    /** As its last file, for the buyers of products that deliver the edition. */
    public void addFile(EditionId edition, FileId file) {
        files.add(new OfEdition(edition), List.of(file));
    }

    /**
     * Has the product's buyers get the files of these editions beside its own, and those of no others.
     *
     * @return whether it is so; the last file of a product that is sold or offered stays
     * @throws app.backmatter.pages.NotFound when one is not of the product's book
     */
    public boolean deliver(ProductId product, Collection<EditionId> editions) {
        return deliverEditions.choose(product, editions);
    }

    /** Whether buyers get copies of it with their names in them. */
    public boolean isStamped(FileId file) {
        return stamps.isStamped(file);
    }

    /** Those of the files that a product's buyers get that {@link #isStamped}. */
    public List<FileId> stampedFiles(ProductId product) {
        return stamps.stamped(product);
    }

    /** Those with such files, as far as it is known without asking the database. A minute may pass until it is. */
    public List<ProductId> stampedAmong(Collection<ProductId> products) {
        return stamped.among(products);
    }

    /** It turned out that no name can be put into it: buyers get it as it is, and its product's page says so. */
    public void refuseStamp(FileId file, NotStampable.Reason reason) {
        stamps.refuse(file, reason);
    }
}
