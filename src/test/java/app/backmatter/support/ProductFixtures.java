package app.backmatter.support;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Component;

/** Makes products for tests, committed at once. */
@Component
public class ProductFixtures {
    private final Catalog catalog;
    private final Files files;

    ProductFixtures(Catalog catalog, Files files) {
        this.catalog = catalog;
        this.files = files;
    }

    /** A workbook in US dollars with one PDF of a page. */
    public ProductId workbook(TestWorkspace workspace, String name, long cents) {
        return withFile(workspace, name, ProductType.WORKBOOK, cents);
    }

    /** An e-book that costs nothing. */
    public ProductId gift(TestWorkspace workspace) {
        return withFile(workspace, "The Keeper's Notebook", ProductType.EBOOK, 0);
    }

    private ProductId withFile(TestWorkspace workspace, String name, ProductType type, long cents) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var product = catalog.add(
                    new NewProduct(name, type, "Exercises for each chapter.", Money.of(cents, "USD"), null, null));
            var pdf = files.store("workbook.pdf", new ByteArrayInputStream(SmallPdf.page(name)));
            catalog.addFile(product, pdf.id());
            return product;
        });
    }
}
