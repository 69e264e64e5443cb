package app.backmatter.catalog.domain;

import app.backmatter.books.Books;
import app.backmatter.books.EditionId;
import app.backmatter.books.EditionView;
import app.backmatter.catalog.ProductId;
import app.backmatter.pages.NotFound;
import app.backmatter.pages.Use;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the buyers of a product get the files of editions of its book, too. */
@Service
@Transactional
public class DeliverEditions {
    private final ProductRepository products;
    private final FileOwners owners;
    private final LastFiles lastFiles;
    private final StampedProducts stampedProducts;
    private final Books books;

    DeliverEditions(
            ProductRepository products,
            FileOwners owners,
            LastFiles lastFiles,
            StampedProducts stampedProducts,
            Books books) {
        this.products = products;
        this.owners = owners;
        this.lastFiles = lastFiles;
        this.stampedProducts = stampedProducts;
        this.books = books;
    }

    /** Those whose files its buyers get now. */
    @Transactional(readOnly = true)
    public List<EditionId> of(ProductId id) {
        return get(id).editions();
    }

    /** Why it can't be these alone: then its buyers would have nothing left. */
    @Transactional(readOnly = true)
    public Optional<LeftEmpty> neededBeside(ProductId id, Collection<EditionId> chosen) {
        return lastFiles.with(get(id), chosen);
    }

    /**
     * These from now on and no others, also for those who have the product already.
     *
     * @return whether it is so; the last file of a product that is sold or offered stays
     * @throws NotFound when the workspace has no such product, or one of the editions is not of its book
     */
    public boolean choose(ProductId id, Collection<EditionId> chosen) {
        lastFiles.takeTurns();
        var product = get(id);
        chosen.stream()
                .filter(edition -> !product.editions().contains(edition))
                .distinct()
                .sorted(Comparator.comparing(EditionId::value))
                .forEach(books::hold);
        if (lastFiles.with(product, chosen).isPresent()) {
            return false;
        }
        product.deliver(books.editions(chosen));
        products.save(product);
        stampedProducts.forget();
        return true;
    }

    /** The products whose buyers get an edition's files. */
    @Transactional(readOnly = true)
    public List<Use> deliverers(EditionId edition) {
        return owners.deliverers(edition).stream().map(DeliverEditions::use).toList();
    }

    /** Products of the edition's book that do not deliver it. */
    @Transactional(readOnly = true)
    public List<Use> couldDeliver(EditionView edition) {
        return products.findByBookIdOrderByName(edition.book().value()).stream()
                .filter(product -> !product.isArchived() && !product.editions().contains(edition.id()))
                .map(DeliverEditions::use)
                .toList();
    }

    static Use use(Product product) {
        return new Use("catalog.use", product.name(), "/products/" + product.id());
    }

    private Product get(ProductId id) {
        return products.findById(id).orElseThrow(NotFound::new);
    }
}
