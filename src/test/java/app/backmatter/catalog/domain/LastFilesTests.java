package app.backmatter.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.storage.FileId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class LastFilesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    EditionFixtures editions;

    @Autowired
    OrderFixtures orders;

    @Autowired
    Catalog catalog;

    @Autowired
    DeliveredFiles deliveredFiles;

    @Autowired
    DeliverEditions deliverEditions;

    @RepeatedTest(5)
    void twoWhoEachLeaveTheLastFileToTheOtherLeaveOne() {
        var workspace = accounts.workspace();
        var ebook = editions.ebook(workspace, "book.pdf", SmallPdf.page("Book"));
        var novel = editions.delivering(workspace, "The novel", ebook);
        var maps = ownFile(workspace, novel);
        orders.paidOrder(workspace.id(), OrderFixtures.lineOf(novel, "The novel", OfferKind.TRIPWIRE, 900));

        Callable<Boolean> remove = () ->
                WorkspaceScope.call(workspace.id(), () -> deliveredFiles.remove(new FileOwner.OfProduct(novel), maps));
        Callable<Boolean> untick =
                () -> WorkspaceScope.call(workspace.id(), () -> deliverEditions.choose(novel, List.of()));

        assertThat(AtOnce.all(List.of(remove, untick))).containsExactlyInAnyOrder(true, false);
    }

    private FileId ownFile(TestWorkspace workspace, ProductId product) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var file = editions.stored("maps.pdf", SmallPdf.page("Maps"));
            catalog.addFile(product, file);
            return file;
        });
    }
}
