package app.backmatter.catalog.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookUse;
import org.springframework.stereotype.Component;

/** A book that products belong to stays. */
@Component
class BooksOfProducts implements BookUse {
    private final ProductRepository products;

    BooksOfProducts(ProductRepository products) {
        this.products = products;
    }

    @Override
    public boolean isUsed(BookId book) {
        return products.existsByBookId(book.value());
    }
}
