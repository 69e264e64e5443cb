package app.backmatter.catalog.domain;

import app.backmatter.books.Books;
import app.backmatter.books.EditionId;
import app.backmatter.books.EditionView;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.domain.FileOwner.OfEdition;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.pages.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** Products and editions of the workspace in scope as owners of files. */
@Component
class FileOwners {
    private final ProductRepository products;
    private final Books books;

    FileOwners(ProductRepository products, Books books) {
        this.products = products;
        this.books = books;
    }

    /**
     * Has it stay while something is added to it.
     *
     * @throws NotFound when the workspace has none such
     */
    void hold(FileOwner owner) {
        switch (owner) {
            case OfProduct(ProductId product) -> require(product);
            case OfEdition(EditionId edition) -> books.hold(edition);
        }
    }

    private void require(ProductId product) {
        if (products.findById(product).isEmpty()) {
            throw new NotFound();
        }
    }

    /** The products whose buyers get its files. */
    List<Product> deliverers(FileOwner owner) {
        return switch (owner) {
            case OfProduct(ProductId product) ->
                products.findById(product).stream().toList();
            case OfEdition(EditionId edition) -> deliverers(edition);
        };
    }

    /** An edition is delivered by products of its own book alone. */
    List<Product> deliverers(EditionId edition) {
        return books.find(edition).map(EditionView::book).stream()
                .flatMap(book -> products.findByBookIdOrderByName(book.value()).stream())
                .filter(product -> product.editions().contains(edition))
                .toList();
    }
}
