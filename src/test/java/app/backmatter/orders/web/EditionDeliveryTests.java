package app.backmatter.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.ContactId;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.domain.ProductDelivery;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.Orders;
import app.backmatter.storage.FileId;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.MailServerSwitch;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestWorkspace;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever buys a product gets the files of the editions that it delivers as those of its own. */
@BackmatterTest
class EditionDeliveryTests {
    private static final String EBOOK = "E-book of The Quiet Harbour";

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    EditionFixtures editions;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    Orders orders;

    @Autowired
    Checkout checkout;

    @Autowired
    Catalog catalog;

    @Autowired
    ProductDelivery delivery;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final byte[] pdf = SmallPdf.page("The Quiet Harbour");
    private TestWorkspace workspace;
    private EditionId ebook;
    private ProductId novel;
    private OrderId order;
    private ContactId reader;

    @BeforeEach
    void sell() {
        workspace = accounts.workspace();
        ebook = editions.ebook(workspace, "book.pdf", pdf);
        novel = editions.delivering(workspace, "The novel", ebook);
        order = fixtures.paidOrder(workspace.id(), OrderFixtures.lineOf(novel, "The novel", OfferKind.TRIPWIRE, 900));
        reader = WorkspaceScope.call(
                workspace.id(), () -> orders.find(order).orElseThrow().contact());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aBuyerGetsTheEditionsFilesUnderItsName() throws Exception {
        var library = library();
        assertThat(library.select(".downloads-of").eachText()).containsExactly(EBOOK);
        var link = library.select(".downloads a[href^=/download/]").attr("href");

        assertThat(answer(link).getContentAsByteArray()).isEqualTo(pdf);
        var rest =
                mvc.perform(get(link).header("Range", "bytes=100-")).andReturn().getResponse();
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(rest.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(pdf, 100, pdf.length));
        assertThat(fetched()).isEqualTo(1);
        assertThat(author(workspace.path("/orders/" + order))).contains("book.pdf The novel Downloaded once");
    }

    @Test
    void aNewerFileReachesThoseWhoBoughtBefore() throws Exception {
        editions.file(workspace, ebook, "second-edition.pdf", SmallPdf.page("Second"));
        var audio = editions.edition(workspace, editions.bookOf(workspace, ebook), EditionFormat.AUDIOBOOK);
        editions.file(workspace, audio, "book.txt", "Listen".getBytes());
        deliver(novel, ebook, audio);

        assertThat(library()
                        .select("article .downloads-of, article .downloads a > :first-child")
                        .eachText())
                .containsExactly(
                        EBOOK,
                        "Download book.pdf",
                        "Download second-edition.pdf",
                        "Audiobook of The Quiet Harbour",
                        "Download book.txt");
    }

    @Test
    void whatTwoProductsDeliverIsThereOnceByTheMoreGenerous() throws Exception {
        limit(novel, 1);
        var bundle = editions.delivering(workspace, "The bundle", ebook);
        limit(bundle, 2);
        buy(bundle);

        assertThat(library().select("article").eachText())
                .containsExactly(
                        "The bundle " + EBOOK + " Download book.pdf 1 kB",
                        "The novel " + EBOOK + " You find its files above, under The bundle.");
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofSeconds(2));
            assertThat(answer(link()).getStatus()).isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(answer(link()).getStatus()).isEqualTo(403);

        limit(bundle, 1);
        assertThat(answer(link()).getStatus()).as("by the other product").isEqualTo(403);
        limit(novel, 2);
        assertThat(answer(link()).getStatus()).as("by the other product").isEqualTo(200);
    }

    @Test
    void theReceiptOfOneProductHandsOutByTheMoreGenerousToo() throws Exception {
        limit(novel, 1);
        var bundle = editions.delivering(workspace, "The bundle", ebook);
        limit(bundle, 2);
        buy(bundle);

        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofSeconds(2));
            assertThat(answer(linkOnReceiptOf(novel)).getStatus()).isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(answer(link()).getStatus()).isEqualTo(403);
    }

    private String linkOnReceiptOf(ProductId product) {
        return WorkspaceScope.call(workspace.id(), () -> orders.downloads(reader, product))
                .getFirst()
                .downloads()
                .getFirst()
                .url();
    }

    @Test
    void anEditionThatIsUntickedIsGoneAndComesBackWithItsTick() throws Exception {
        editions.file(workspace, ebook, "maps.pdf", SmallPdf.page("Maps"));
        WorkspaceScope.run(workspace.id(), () -> catalog.addFile(novel, anotherFile()));
        deliver(novel);

        assertThat(library().select("article .downloads a > :first-child").eachText())
                .containsExactly("Download own.txt");

        deliver(novel, ebook);
        assertThat(library().select("article .downloads a")).hasSize(3);
    }

    @Test
    void aRefundTakesTheEditionBackUnlessAnotherProductBroughtIt() throws Exception {
        var bundle = editions.delivering(workspace, "The bundle", ebook);
        var link = link();
        refunds.form(workspace, order).takingFilesBack().send();

        assertThat(answer(link).getStatus()).isEqualTo(410);
        assertThat(library().select(".downloads a[href^=/download/]")).isEmpty();

        buy(bundle);
        assertThat(answer(link).getStatus()).as("the old link").isEqualTo(410);
        assertThat(answer(link()).getContentAsByteArray()).isEqualTo(pdf);
    }

    @Test
    void copiesAreStampedForTheBuyersOfEachProduct() throws Exception {
        var page = workspace.path("/editions/" + ebook + "/files");
        var stamp = Jsoup.parse(asAuthor(page)).select("a[href$=/stamp]").attr("href");
        assertThat(asAuthor(stamp)).contains("The foot of each page of book.pdf");
        mvc.perform(post(stamp).with(workspace.owner().signedIn()));
        assertThat(author(page)).contains("Each copy is stamped");

        assertThat(text(answer(link()).getContentAsByteArray()))
                .contains("The Quiet Harbour", "This copy belongs to Mary Shelley, order 1, ");
        var other =
                fixtures.paidOrder(workspace.id(), OrderFixtures.lineOf(novel, "The novel", OfferKind.TRIPWIRE, 900));
        await().untilAsserted(() -> assertThat(copiesOf(other))
                .as("made without a reader who waits")
                .isOne());
    }

    @Test
    void itGoesToTheEReaderOnce() throws Exception {
        buy(editions.delivering(workspace, "The bundle", ebook));
        var form = Jsoup.parse(answer(libraryPath() + "/e-reader").getContentAsString());
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try (var _ = new MailServerSwitch(sender, server.getSmtp().getPort())) {
            mvc.perform(post(libraryPath() + "/e-reader")
                    .param("file", form.select("input[type=radio]").val())
                    .param("email", "mary@kindle.com"));

            assertThat(server.waitForIncomingEmail(15_000, 1)).isTrue();
            var part = ((MimeMultipart) server.getReceivedMessages()[0].getContent()).getBodyPart(1);
            assertThat(part.getFileName()).isEqualTo("book.pdf");
            assertThat(part.getInputStream().readAllBytes())
                    .as("to the byte, though all of it are letters")
                    .isEqualTo(pdf);
        } finally {
            server.stop();
        }
        assertThat(form.select("input[type=radio]")).hasSize(1);
        assertThat(fetched()).isEqualTo(1);
    }

    private void buy(ProductId product) {
        WorkspaceScope.run(
                workspace.id(),
                () -> checkout.pay(OrderFixtures.request(
                        reader,
                        OrderFixtures.PAYS,
                        OrderFixtures.lineOf(product, "The bundle", OfferKind.TRIPWIRE, 900))));
    }

    private void limit(ProductId product, int most) {
        WorkspaceScope.run(workspace.id(), () -> delivery.change(product, new DeliveryTerms(most, Duration.ofDays(1))));
    }

    private void deliver(ProductId product, EditionId... chosen) {
        assertThat(WorkspaceScope.call(workspace.id(), () -> catalog.deliver(product, List.of(chosen))))
                .isTrue();
    }

    private FileId anotherFile() {
        return editions.stored("own.txt", "Own".getBytes());
    }

    private String link() throws Exception {
        return library().select(".downloads a[href^=/download/]").attr("href");
    }

    private Document library() throws Exception {
        return Jsoup.parse(answer(libraryPath()).getContentAsString());
    }

    private String libraryPath() {
        return URI.create(WorkspaceScope.call(workspace.id(), () -> orders.libraryUrl(reader)))
                .getPath();
    }

    private String author(String path) throws Exception {
        return Jsoup.parse(asAuthor(path)).select("main").text();
    }

    private String asAuthor(String path) throws Exception {
        return mvc.perform(get(path).with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }

    private static String text(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private long fetched() {
        return jdbc.sql("select coalesce(sum(fetched), 0) from downloads where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private long copiesOf(OrderId of) {
        return jdbc.sql("""
            select count(*) from stamped_copies copies
            join entitlements own on own.id = entitlement_id and own.workspace_id = copies.workspace_id
            where order_id = ? and copies.workspace_id = ? and copy_id is not null
            """)
                .params(of.value(), workspace.id().value())
                .query(Long.class)
                .single();
    }
}
