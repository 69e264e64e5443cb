package app.backmatter.example;

import app.backmatter.books.BookId;
import app.backmatter.books.Books;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.books.EditionView;
import app.backmatter.books.NewBook;
import app.backmatter.books.NewEdition;
import app.backmatter.books.PlaceKind;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the handbook, its editions and places, and the products that come after it on the shelf. */
@Component
class Shelf {
    private static final List<String> PRODUCTS =
            List.of("checklist", "workbook", "templates", "planner", "planner-short", "handbook");
    private static final int CHAPTER_WITH_THE_GIFT = 4;

    private final Files files;
    private final Books books;
    private final Catalog catalog;

    Shelf(Files files, Books books, Catalog catalog) {
        this.files = files;
        this.books = books;
        this.catalog = catalog;
    }

    boolean isEmpty() {
        return books.all().isEmpty() && catalog.all().isEmpty();
    }

    /** A paperback and an e-book, without ISBN: the handbook has none. */
    BookId addBook(Texts texts) {
        var leaf = texts.leaf("shelf/book");
        var book = books.add(
                new NewBook(leaf.heading(), leaf.key("subtitle"), leaf.key("author"), leaf.body(), picture(leaf)));
        var paperback = books.addEdition(
                book, new NewEdition(EditionFormat.PAPERBACK, null, null, texts.price(leaf.key("paperback"))));
        var ebook = books.addEdition(
                book, new NewEdition(EditionFormat.EBOOK, null, null, texts.price(leaf.key("e-book"))));
        books.addPlace(paperback, PlaceKind.BACK_MATTER, null);
        books.addPlace(paperback, PlaceKind.CHAPTER_END, CHAPTER_WITH_THE_GIFT);
        books.addPlace(ebook, PlaceKind.BACK_MATTER, null);
        catalog.addFile(ebook, store(leaf.key("e-book-file")));
        return book;
    }

    /** By the names of their texts. */
    Map<String, ProductId> addProducts(BookId book, Texts texts) {
        return PRODUCTS.stream().collect(Collectors.toMap(Function.identity(), name -> addProduct(name, book, texts)));
    }

    private ProductId addProduct(String name, BookId book, Texts texts) {
        var leaf = texts.leaf("shelf/" + name);
        var product = catalog.add(new NewProduct(
                leaf.heading(),
                ProductType.valueOf(leaf.key("type")),
                leaf.body(),
                texts.price(leaf.key("price")),
                picture(leaf),
                book));
        if (leaf.key("delivers").isEmpty()) {
            catalog.addFile(product, store(leaf.key("file")));
        } else {
            catalog.deliver(product, editions(book, EditionFormat.valueOf(leaf.key("delivers"))));
        }
        return product;
    }

    private List<EditionId> editions(BookId book, EditionFormat format) {
        return books.editions(book).stream()
                .filter(edition -> edition.format() == format)
                .map(EditionView::id)
                .toList();
    }

    private FileId store(String name) {
        try (var content = Leaf.file("files/" + name).getInputStream()) {
            return files.store(name, content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable FileId picture(Leaf leaf) {
        var name = leaf.key("picture");
        if (name.isEmpty()) {
            return null;
        }
        try (var content = Leaf.file(name).getInputStream()) {
            return files.storePicture(name, content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
