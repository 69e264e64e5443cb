package app.backmatter.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.catalog.domain.PriceSpan;
import app.backmatter.catalog.domain.Pricing;
import app.backmatter.catalog.domain.ProductFiles;
import app.backmatter.catalog.domain.Products;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.shared.Money;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class CatalogTests {
    @Autowired
    Catalog catalog;

    @Autowired
    Products products;

    @Autowired
    Pricing pricing;

    @Autowired
    ProductFiles productFiles;

    @Autowired
    Files files;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures fixtures;

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
            productFiles.moveUp(id, second.id());
            assertThat(names(id)).containsExactly("second.txt", "workbook.pdf");
            productFiles.remove(id, second.id());
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
