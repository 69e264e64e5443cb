package app.backmatter.catalog.domain;

import app.backmatter.books.BookId;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.currency.KeepRates;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes the products of the workspace in scope. */
@Service
@Transactional
public class Products {
    private final ProductRepository products;
    private final Pricing pricing;
    private final DeliveredFiles files;
    private final KeepRates rates;
    private final ProductUses uses;
    private final Files stored;
    private final Clock clock;

    Products(
            ProductRepository products,
            Pricing pricing,
            DeliveredFiles files,
            KeepRates rates,
            ProductUses uses,
            Files stored,
            Clock clock) {
        this.products = products;
        this.pricing = pricing;
        this.files = files;
        this.rates = rates;
        this.uses = uses;
        this.stored = stored;
        this.clock = clock;
    }

    public ProductId add(NewProduct added, List<FileId> attached) {
        var product = products.saveAndFlush(new Product(added, clock.instant()));
        stored.claim(added.picture());
        price(product.id(), added);
        files.add(new OfProduct(product.id()), attached);
        return product.id();
    }

    /**
     * Whether it could belong to another book, or to none: not while it delivers editions of the present one.
     *
     * @throws NotFound when the workspace has no such product
     */
    public boolean canBelongTo(ProductId id, @Nullable BookId book) {
        return get(id).canBelongTo(book);
    }

    /**
     * @throws NotFound when the workspace has no such product
     * @throws IllegalStateException when it can't belong to that book
     */
    public void describe(ProductId id, NewProduct description) {
        var product = get(id);
        product.describe(description);
        products.save(product);
        stored.claim(description.picture());
        price(id, description);
    }

    public boolean isArchived(ProductId id) {
        return get(id).isArchived();
    }

    /** No new offer can name it; what was sold stays the buyers'. */
    public void archive(ProductId id) {
        var product = get(id);
        product.archive(clock.instant());
        products.save(product);
    }

    public void restore(ProductId id) {
        var product = get(id);
        product.restore();
        products.save(product);
    }

    /**
     * @return whether it is gone; not once it was sold, or while an offer names it
     * @throws NotFound when the workspace has no such product
     */
    public boolean delete(ProductId id) {
        var product = get(id);
        if (!uses.of(id).isEmpty()) {
            return false;
        }
        pricing.forget(id);
        files.forget(id);
        products.delete(product);
        return true;
    }

    private void price(ProductId id, NewProduct product) {
        pricing.set(id, product.price());
        pricing.set(id, rates.remembered().keySet(), product.others());
    }

    private Product get(ProductId id) {
        return products.findById(id).orElseThrow(NotFound::new);
    }
}
