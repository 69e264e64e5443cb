package app.backmatter.catalog.web;

import app.backmatter.books.Books;
import app.backmatter.books.EditionId;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.catalog.domain.EditionNames;
import app.backmatter.catalog.domain.FileOwner.OfEdition;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.catalog.domain.ProductViews;
import app.backmatter.pages.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Finds the product or edition that an address of files names, before anything else is looked at. */
@ControllerAdvice(
        assignableTypes = {
            FilesController.class,
            LinksController.class,
            StampController.class,
            SampleController.class,
            EditionFilesController.class
        })
class FileShelves {
    private final ProductViews products;
    private final Books books;
    private final EditionNames names;

    FileShelves(ProductViews products, Books books, EditionNames names) {
        this.products = products;
        this.books = books;
        this.names = names;
    }

    /** @throws NotFound when the workspace has none such */
    @ModelAttribute("shelf")
    FileShelf shelf(
            @PathVariable String slug,
            @PathVariable(required = false) @Nullable UUID product,
            @PathVariable(required = false) @Nullable UUID edition) {
        return product == null ? ofEdition(slug, edition) : ofProduct(slug, new ProductId(product));
    }

    private FileShelf ofProduct(String slug, ProductId id) {
        var name = products.find(id).map(ProductView::name).orElseThrow(NotFound::new);
        return FileShelf.of(new OfProduct(id), name, slug);
    }

    private FileShelf ofEdition(String slug, @Nullable UUID id) {
        if (id == null) {
            throw new NotFound();
        }
        var edition = new EditionId(id);
        var name = books.find(edition).map(names::of).orElseThrow(NotFound::new);
        return FileShelf.of(new OfEdition(edition), name, slug);
    }
}
