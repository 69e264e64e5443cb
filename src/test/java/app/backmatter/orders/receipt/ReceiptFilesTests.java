package app.backmatter.orders.receipt;

import static app.backmatter.support.OrderFixtures.line;
import static app.backmatter.support.OrderFixtures.reduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.accounts.Role;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Orders;
import app.backmatter.orders.Receipt;
import app.backmatter.orders.Receipts;
import app.backmatter.orders.Sum;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@BackmatterTest
class ReceiptFilesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    Orders orders;

    @Autowired
    Receipts receipts;

    private TestWorkspace workspace;
    private OrderId order;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        order = fixtures.paidOrder(
                workspace.id(),
                reduced(line("Workbook & <i>žluťoučký</i> ${7*7}", OfferKind.TRIPWIRE, 2700), 700, 380, 1900),
                line("Аудиокнига", OfferKind.ORDER_BUMP, 900));
    }

    @Test
    void theFileSaysWhatTheReceiptSays() throws Exception {
        var receipt = receipt();
        var text = text(file()).replaceAll("\\s+", " ");

        var said = Stream.of(
                        Stream.of("Receipt " + receipt.number(), receipt.date(), receipt.card()),
                        receipt.seller().stream(),
                        receipt.buyer().stream(),
                        receipt.things().stream().flatMap(thing -> Stream.of(thing.name(), thing.price())),
                        receipt.sums().stream().flatMap(sum -> Stream.of(sum.label(), sum.amount())))
                .flatMap(words -> words)
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .toList();
        assertThat(said).contains("Аудиокнига", "VAT 19%", "Mary Shelley");
        assertThat(receipt.sums())
                .extracting(Sum::kind)
                .containsExactly(Sum.Kind.BEFORE, Sum.Kind.BEFORE, Sum.Kind.TOTAL);
        assertThat(said).allSatisfy(words -> assertThat(text).contains(words));
    }

    @Test
    void theFileIsTaggedAndNamed() throws Exception {
        try (var pdf = Loader.loadPDF(file())) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Receipt " + receipt().number());
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void itsBuyerFindsItInTheLibrary() throws Exception {
        var library = path(WorkspaceScope.call(
                workspace.id(),
                () -> orders.libraryUrl(orders.find(order).orElseThrow().contact())));
        var page =
                mvc.perform(get(URI.create(library))).andReturn().getResponse().getContentAsString();

        assertThat(page).contains(library + "/receipts/" + order);
        mvc.perform(get(URI.create(library + "/receipts/" + order)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", Matchers.containsString("receipt-")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void nobodyElseFindsIt() throws Exception {
        var other = fixtures.paidOrder(workspace.id(), line("Workbook", OfferKind.TRIPWIRE, 2700));
        var library = path(WorkspaceScope.call(
                workspace.id(),
                () -> orders.libraryUrl(orders.find(other).orElseThrow().contact())));

        mvc.perform(get(URI.create(library + "/receipts/" + order))).andExpect(status().isNotFound());
        mvc.perform(get(URI.create("/library/" + workspace.slug() + "/altered/receipts/" + order)))
                .andExpect(status().isNotFound());
        mvc.perform(get(workspace.path("/orders/" + order + "/receipt"))
                        .with(accounts.workspace().owner().signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get(workspace.path("/orders/" + order + "/receipt"))
                        .with(accounts.member(workspace, Role.VIEWER).signedIn()))
                .andExpect(status().isOk());
    }

    private Receipt receipt() {
        return WorkspaceScope.call(
                workspace.id(), () -> receipts.of(orders.find(order).orElseThrow()));
    }

    private byte[] file() throws Exception {
        return mvc.perform(get(workspace.path("/orders/" + order + "/receipt"))
                        .with(workspace.owner().signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String text(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String path(String address) {
        return URI.create(address).getRawPath();
    }
}
