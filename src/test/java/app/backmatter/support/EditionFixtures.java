package app.backmatter.support;

import app.backmatter.books.BookId;
import app.backmatter.books.Books;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.books.NewEdition;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes editions with files, and products that deliver them, committed at once. */
@Component
public class EditionFixtures {
    private final BookFixtures bookFixtures;
    private final Books books;
    private final Catalog catalog;
    private final Files files;

    EditionFixtures(BookFixtures bookFixtures, Books books, Catalog catalog, Files files) {
        this.bookFixtures = bookFixtures;
        this.books = books;
        this.catalog = catalog;
        this.files = files;
    }

    /** An edition of a book of its own, <em>The Quiet Harbour</em>, without a file. */
    public EditionId edition(TestWorkspace workspace, EditionFormat format) {
        return edition(workspace, bookFixtures.book(workspace), format);
    }

    public EditionId edition(TestWorkspace workspace, BookId book, EditionFormat format) {
        return WorkspaceScope.call(
                workspace.id(), () -> books.addEdition(book, new NewEdition(format, null, null, null)));
    }

    /** An e-book with one file, of a book of its own. */
    public EditionId ebook(TestWorkspace workspace, String file, byte[] content) {
        var edition = edition(workspace, EditionFormat.EBOOK);
        file(workspace, edition, file, content);
        return edition;
    }

    public FileId file(TestWorkspace workspace, EditionId edition, String name, byte[] content) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var file = stored(name, content);
            catalog.addFile(edition, file);
            return file;
        });
    }

    /** A file of nobody, in the workspace in scope. */
    public FileId stored(String name, byte[] content) {
        return files.store(name, new ByteArrayInputStream(content)).id();
    }

    /** A product of the edition's book at $9, without a file of its own. */
    public ProductId delivering(TestWorkspace workspace, String name, EditionId edition) {
        var product = product(workspace, name, bookOf(workspace, edition));
        WorkspaceScope.run(workspace.id(), () -> catalog.deliver(product, List.of(edition)));
        return product;
    }

    /** A product of a book at $9, without a file. */
    public ProductId product(TestWorkspace workspace, String name, BookId book) {
        return WorkspaceScope.call(
                workspace.id(),
                () -> catalog.add(new NewProduct(name, ProductType.EBOOK, "", Money.of(900, "USD"), null, book)));
    }

    public BookId bookOf(TestWorkspace workspace, EditionId edition) {
        return WorkspaceScope.call(
                workspace.id(), () -> books.find(edition).orElseThrow().book());
    }
}
