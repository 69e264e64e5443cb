package app.backmatter.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.catalog.domain.DeliveredFiles;
import app.backmatter.catalog.domain.FileOwner.OfProduct;
import app.backmatter.catalog.domain.PriceSpan;
import app.backmatter.catalog.domain.Pricing;
import app.backmatter.catalog.domain.Products;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackmatterTest
class CatalogTests {
    @Autowired
    Catalog catalog;

    @Autowired
    Products products;

    @Autowired
    Pricing pricing;

    @Autowired
    DeliveredFiles deliveredFiles;

    @Autowired
    Files files;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures fixtures;

    @Autowired
    EditionFixtures editions;

    @Autowired
    JdbcClient jdbc;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void knowsAProductWithItsPriceAndFiles() {
        var id = fixtures.workbook(workspace, "Companion Workbook", 2700);
        WorkspaceScope.run(workspace.id(), () -> {
            var product = catalog.find(id).orElseThrow();
            assertThat(product.name()).isEqualTo("Companion Workbook");
            assertThat(product.price()).isEqualTo(Money.of(2700, "USD"));
            assertThat(product.files()).extracting(StoredFile::contentType).containsExactly("application/pdf");
            assertThat(catalog.all()).containsExactly(product);
        });
    }

    @Test
    void keepsEveryPriceWithItsTime() {
        var id = fixtures.workbook(workspace, "Companion Workbook", 2700);
        WorkspaceScope.run(workspace.id(), () -> {
            products.describe(id, priced(1900));
            products.describe(id, priced(1900));
            var history = pricing.history(id);
            assertThat(history)
                    .extracting(PriceSpan::price)
                    .containsExactly(Money.of(1900, "USD"), Money.of(2700, "USD"));
            assertThat(history.getFirst().until()).isNull();
            assertThat(history.getLast().until()).isEqualTo(history.getFirst().since());
        });
    }

    @Test
    void keepsFilesInTheirOrder() {
        var id = fixtures.workbook(workspace, "Companion Workbook", 2700);
        WorkspaceScope.run(workspace.id(), () -> {
            var second = files.store("second.txt", new ByteArrayInputStream("two".getBytes()));
            catalog.addFile(id, second.id());
            deliveredFiles.moveUp(new OfProduct(id), second.id());
            assertThat(names(id)).containsExactly("second.txt", "workbook.pdf");
            deliveredFiles.remove(new OfProduct(id), second.id());
            assertThat(names(id)).containsExactly("workbook.pdf");
            assertThat(files.find(second.id())).isPresent();
        });
    }

    @Test
    void leavesArchivedProductsOutOfWhatCanBeOffered() {
        var id = fixtures.gift(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            products.archive(id);
            assertThat(catalog.all()).isEmpty();
            assertThat(catalog.find(id)).isPresent();
            products.restore(id);
            assertThat(catalog.all()).hasSize(1);
        });
    }

    @Test
    void deletesAProductThatNothingNeeds() {
        var id = fixtures.gift(workspace);
        WorkspaceScope.run(workspace.id(), () -> {
            assertThat(products.delete(id)).isTrue();
            assertThat(catalog.find(id)).isEmpty();
        });
    }

    @Test
    void deliversEditionsOfTheProductsOwnBookAlone() {
        var ebook = editions.ebook(workspace, "book.pdf", SmallPdf.page("Book"));
        var product = editions.delivering(workspace, "The novel", ebook);
        var elsewhere = editions.ebook(workspace, "elsewhere.pdf", SmallPdf.page("Elsewhere"));
        var foreign = editions.ebook(accounts.workspace(), "foreign.pdf", SmallPdf.page("Foreign"));
        WorkspaceScope.run(workspace.id(), () -> {
            for (var wrong : List.of(elsewhere, foreign)) {
                assertThatThrownBy(() -> catalog.deliver(product, List.of(wrong)))
                        .isInstanceOf(NotFound.class);
            }
            assertThatThrownBy(() -> catalog.addFile(
                            foreign,
                            files.store("a.txt", new ByteArrayInputStream("a".getBytes()))
                                    .id()))
                    .isInstanceOf(NotFound.class);
            assertThat(names(product)).containsExactly("book.pdf");
        });
    }

    @Test
    void keepsAFileInOneWorkspaceWithOneOwner() {
        var gift = fixtures.gift(workspace);
        editions.ebook(workspace, "book.pdf", SmallPdf.page("Book"));
        var other = accounts.workspace().id().value();
        for (var wrong : List.of(
                "update delivered_files set edition_id = gen_random_uuid() where product_id = '%s'".formatted(gift),
                "update delivered_files set workspace_id = '%s' where product_id = '%s'".formatted(other, gift),
                "update delivered_files set edition_id = null where edition_id is not null and workspace_id = '%s'"
                        .formatted(workspace.id().value()))) {
            assertThatThrownBy(() -> jdbc.sql(wrong).update()).isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void hidesProductsOfAnotherWorkspace() {
        var id = fixtures.gift(workspace);
        WorkspaceScope.run(accounts.workspace().id(), () -> {
            assertThat(catalog.all()).isEmpty();
            assertThat(catalog.findAll(List.of(id))).isEmpty();
            assertThat(pricing.history(id)).isEmpty();
            assertThatThrownBy(() -> products.delete(id)).isInstanceOf(NotFound.class);
        });
    }

    private List<String> names(ProductId id) {
        return catalog.find(id).orElseThrow().files().stream()
                .map(StoredFile::name)
                .toList();
    }

    private static NewProduct priced(long cents) {
        return new NewProduct("Companion Workbook", ProductType.WORKBOOK, "", Money.of(cents, "USD"), null, null);
    }
}
