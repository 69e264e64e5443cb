package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.books.EditionFormat;
import app.backmatter.catalog.Catalog;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.SmallPdf;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader's first page after paying has the files of editions, too. */
@BackmatterTest
class EditionReceiptTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    EditionFixtures editions;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void theReceiptHasWhatBothOfItsProductsDeliverOnce() {
        var workspace = accounts.workspace();
        var funnel = funnels.publishedFreeGift(workspace);
        var book = funnel.place().book();
        var ebook = editions.edition(workspace, book, EditionFormat.EBOOK);
        editions.file(workspace, ebook, "book.pdf", SmallPdf.page("The Quiet Harbour"));
        for (var part : List.of(FunnelPart.TRIPWIRE, FunnelPart.ORDER_BUMP)) {
            var product = funnel.products().get(part);
            jdbc.sql("update products set book_id = ? where id = ? and workspace_id = ?")
                    .params(book.value(), product.value(), workspace.id().value())
                    .update();
            WorkspaceScope.run(workspace.id(), () -> catalog.deliver(product, List.of(ebook)));
        }

        var receipt = Jsoup.parse(receipt(funnel.path()));

        assertThat(receipt.select("h3, .downloads-of, .downloads-of + p, .downloads a > :first-child")
                        .eachText())
                .startsWith(
                        "Workbook for the tripwire",
                        "Download workbook.pdf",
                        "E-book of The Quiet Harbour",
                        "Download book.pdf",
                        "Workbook for the order-bump",
                        "Download workbook.pdf",
                        "E-book of The Quiet Harbour",
                        "You find its files above, under Workbook for the tripwire.");
        assertThat(receipt.select("a[href^=/download/]"))
                .hasSize(3)
                .allSatisfy(link -> assertThat(
                                Browser.on(port).get(link.attr("href")).status())
                        .isEqualTo(200));
    }

    private String receipt(String entry) {
        var reader = Browser.on(port);
        reader.post(entry, Map.of("email", "ana@example.com", "firstName", "Ana"));
        var way = reader.location();
        reader.get(way);
        var pay = Jsoup.parse(reader.body()).select("a[href*=/checkout/]").attr("href");
        reader.post(
                pay,
                Map.of(
                        "bump", "yes",
                        "email", "ana@example.com",
                        "name", "Ana",
                        "number", OrderFixtures.PAYS,
                        "expiry", "12 / 49",
                        "cvc", "123"));
        reader.get(way + "/receipt");
        return reader.body();
    }
}
