package app.backmatter.catalog.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookUse;
import app.backmatter.books.EditionId;
import app.backmatter.catalog.domain.FileOwner.OfEdition;
import app.backmatter.pages.Use;
import app.backmatter.storage.StoredFile;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A book that products belong to stays, and so does an edition that has files or is delivered. */
@Component
class BooksOfProducts implements BookUse {
    private final ProductRepository products;
    private final DeliverEditions deliverEditions;
    private final DeliveredFiles files;

    BooksOfProducts(ProductRepository products, DeliverEditions deliverEditions, DeliveredFiles files) {
        this.products = products;
        this.deliverEditions = deliverEditions;
        this.files = files;
    }

    @Override
    public List<Use> of(BookId book) {
        return products.findByBookIdOrderByName(book.value()).stream()
                .map(DeliverEditions::use)
                .toList();
    }

    @Override
    public List<Use> of(EditionId edition) {
        var ofEdition = files.of(new OfEdition(edition)).stream()
                .map(StoredFile::name)
                .map(name -> new Use("catalog.files.use", name, "/editions/" + edition + "/files"));
        return Stream.concat(deliverEditions.deliverers(edition).stream(), ofEdition)
                .toList();
    }
}
