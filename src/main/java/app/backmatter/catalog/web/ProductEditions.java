package app.backmatter.catalog.web;

import static java.util.stream.Collectors.toSet;

import app.backmatter.books.BookId;
import app.backmatter.books.Books;
import app.backmatter.books.EditionId;
import app.backmatter.books.EditionView;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.DeliverEditions;
import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.catalog.domain.EditionNames;
import app.backmatter.catalog.domain.FileOwner.OfEdition;
import app.backmatter.catalog.domain.FileStamps;
import app.backmatter.pages.NotFound;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The editions whose files a product delivers, or could. */
@Component
class ProductEditions {
    private final Books books;
    private final DeliverEditions deliverEditions;
    private final DeliveredFiles files;
    private final FileStamps stamps;
    private final EditionNames names;
    private final ProductWords words;

    ProductEditions(
            Books books,
            DeliverEditions deliverEditions,
            DeliveredFiles files,
            FileStamps stamps,
            EditionNames names,
            ProductWords words) {
        this.books = books;
        this.deliverEditions = deliverEditions;
        this.files = files;
        this.stamps = stamps;
        this.names = names;
        this.words = words;
    }

    /** Those of its book; none for a product without a book. */
    List<EditionRow> of(ProductView product) {
        var delivered = deliverEditions.of(product.id());
        return all(product)
                .map(edition -> row(edition, delivered.contains(edition.id())))
                .toList();
    }

    /**
     * The names of those that it delivers now and would not any more.
     *
     * @throws NotFound when one that is chosen is not of its book
     */
    List<String> dropped(ProductView product, Set<EditionId> chosen) {
        if (!all(product).map(EditionView::id).collect(toSet()).containsAll(chosen)) {
            throw new NotFound();
        }
        var delivered = deliverEditions.of(product.id());
        return all(product)
                .filter(edition -> delivered.contains(edition.id()) && !chosen.contains(edition.id()))
                .map(names::of)
                .toList();
    }

    private Stream<EditionView> all(ProductView product) {
        BookId book = product.book();
        return book == null ? Stream.empty() : books.editions(book).stream();
    }

    private EditionRow row(EditionView edition, boolean delivered) {
        var owner = new OfEdition(edition.id());
        return new EditionRow(
                edition.id().toString(),
                words.of("books.format." + edition.format()),
                names.of(edition),
                delivered,
                FileRow.list(files.of(owner), stamps.of(owner), words));
    }
}
