package app.backmatter.catalog.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookUse;
import app.backmatter.pages.Use;
import java.util.List;
import org.springframework.stereotype.Component;

/** A book that products belong to stays. */
@Component
class BooksOfProducts implements BookUse {
    private final ProductRepository products;

    BooksOfProducts(ProductRepository products) {
        this.products = products;
    }

    @Override
    public List<Use> of(BookId book) {
        return products.findByBookIdOrderByName(book.value()).stream()
                .map(product -> new Use("catalog.use", product.name(), "/products/" + product.id()))
                .toList();
    }
}
