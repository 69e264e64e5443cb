package app.backmatter.orders.web;

import static app.backmatter.support.OrderFixtures.lineOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.NewProduct;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductType;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.Download;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.Orders;
import app.backmatter.orders.copies.SweepCopies;
import app.backmatter.shared.Money;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import app.backmatter.storage.domain.SweepLooseFiles;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.SignedPdf;
import app.backmatter.support.SmallEpub;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.SqlCount;
import app.backmatter.support.TestWorkspace;
import app.backmatter.watermarks.epub.EpubChecked;
import app.backmatter.watermarks.pdf.LargePdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Copies with their owners' names in them, as a reader fetches them and an author chooses them. */
@BackmatterTest
class StampedCopiesTests {
    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    @Autowired
    Checkout checkout;

    @Autowired
    Orders orders;

    @Autowired
    Catalog catalog;

    @Autowired
    Files files;

    @Autowired
    SweepCopies sweepCopies;

    @Autowired
    SweepLooseFiles sweepLooseFiles;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = accounts.workspace();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aBuyerGetsACopyWithNameAndOrder() throws Exception {
        var workbook = stamped("workbook.pdf", SmallPdf.page("Exercises"));
        var reader = buyer(workbook, "Rita Reader");

        var answer = fetch(reader, workbook);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("Exercises", "This copy belongs to Rita Reader, order 1, ");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("workbook.pdf");
        assertThat(fetch(reader, workbook).body()).as("the same copy again").isEqualTo(answer.body());
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void aBrokenDownloadOfACopyGoesOnWhereItStopped() throws Exception {
        var workbook = stamped("workbook.pdf", SmallPdf.page("Exercises"));
        var reader = buyer(workbook, "Rita Reader");
        var whole = fetch(reader, workbook).body();

        var rest = send(request(link(reader, workbook)).header("Range", "bytes=100-"));

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));
    }

    @Test
    void copiesAreMadeAfterThePaymentBeforeAnybodyFetchesThem() {
        var workbook = stamped("workbook.pdf", SmallPdf.page("Exercises"));

        buyer(workbook, "Rita Reader");

        await().until(() -> copies() == 1);
    }

    @Test
    void otherProductsCostNoStatementAndNoJob() throws Exception {
        var plain = product("notes.txt", "Notes".getBytes(StandardCharsets.UTF_8));
        stamped("workbook.pdf", SmallPdf.page("Exercises"));
        inside(() -> catalog.stampedAmong(List.of(plain)));

        assertThat(SqlCount.during(() -> inside(() -> catalog.stampedAmong(List.of(plain)))))
                .isZero();
        var reader = buyer(plain, "Rita Reader");
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'make-stamped-copies'"
                                + " and strpos(encode(task_data, 'escape'), ?) > 0")
                        .param(reader.value().toString())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(new String(fetch(reader, plain).body(), StandardCharsets.UTF_8))
                .isEqualTo("Notes");
    }

    @Test
    void aGiftSaysToWhomItWasGiven() throws Exception {
        var gift = stamped("gift.pdf", SmallPdf.page("Gift"));
        var reader = given(gift);

        assertThat(text(fetch(reader, gift)))
                .contains("This copy was given to Mary, ")
                .doesNotContain("order");
    }

    @Test
    void anEpubWithAHostileNameIsAValidBook() throws Exception {
        var book = stamped(
                "book.epub",
                java.nio.file.Files.readAllBytes(SmallEpub.version3().write(folder.resolve("source.epub"))));
        var name = "</p><script>alert(1)</script>\"/><item/>]]>&x; \u202e\r\n" + "مريم😀 ".repeat(80);
        var reader = buyer(book, name);

        var copy = java.nio.file.Files.write(
                folder.resolve("copy.epub"), fetch(reader, book).body());

        assertThat(EpubChecked.all(copy)).isEmpty();
        try (var zip = new ZipFile(copy.toFile())) {
            var page = new String(
                    zip.getInputStream(zip.getEntry("OEBPS/backmatter-copy.xhtml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(page)
                    .contains("This copy belongs to &#60;/p&#62;", ", order 1, ")
                    .doesNotContain("<script");
        }
    }

    @Test
    void aLargeCopyIsAwaitedOnAPageThatAsksAgainByItself() throws Exception {
        var large = folder.resolve("large.pdf");
        LargePdf.write(large, 11 << 20);
        var atlas = stamped("atlas.pdf", java.nio.file.Files.readAllBytes(large));
        var reader = given(atlas);
        var link = link(reader, atlas);

        var first = send(request(link));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Refresh")).hasValue("3");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(new String(first.body(), StandardCharsets.UTF_8))
                .contains("Your copy is being made", "href=\"" + link + "\"");
        assertThat(fetched()).as("of a page").isZero();
        await().atMost(Duration.ofSeconds(30)).until(() -> send(request(link)).statusCode() == 200);
        assertThat(text(send(request(link)))).contains("This copy was given to Mary");
    }

    @Test
    void whatCanNotBeStampedIsDeliveredAndTheAuthorIsTold() throws Exception {
        var signed = SignedPdf.page(folder);
        var workbook = product("signed.pdf", signed);
        jdbc.sql("update delivered_files set stamped_since = now() where workspace_id = ?")
                .param(workspace.id().value())
                .update();
        var reader = given(workbook);

        assertThat(fetch(reader, workbook).body()).isEqualTo(signed);
        assertThat(fetch(reader, workbook).body()).isEqualTo(signed);
        assertThat(page("/products/" + workbook)).contains("Not stamped", "Buyers get it as it is");
        assertThat(page(stamp(workbook, ""))).contains("it is signed", "Try it once more");
    }

    @Test
    void theAuthorIsToldAtOnceWhenAFileCanNotBeStamped() throws Exception {
        var workbook = product("signed.pdf", SignedPdf.page(folder));

        var answer = perform(post(workspace.path(stamp(workbook, ""))));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("it is signed, and the signature would no longer hold");
        assertThat(inside(() -> catalog.isStamped(file(workbook)))).isFalse();
        assertThat(perform(get(workspace.path(stamp(workbook, "/sample")))).getStatus())
                .isEqualTo(422);
    }

    @Test
    void theAuthorLooksAtASampleAndChooses() throws Exception {
        var workbook = product("workbook.pdf", SmallPdf.page("Exercises"));
        assertThat(page("/products/" + workbook)).contains("Stamp copies").doesNotContain("Each copy is stamped");

        var sample = perform(get(workspace.path(stamp(workbook, "/sample"))));
        assertThat(sample.getContentType()).isEqualTo("application/pdf");
        assertThat(text(sample.getContentAsByteArray())).contains("This copy belongs to Rita Reader, order 12, ");
        assertThat(page(stamp(workbook, "")))
                .contains("Stamp each copy</button>")
                .doesNotContain("Give it as it is");

        choose(workbook);
        assertThat(page("/products/" + workbook)).contains("Each copy is stamped with the buyer’s name and order");
        assertThat(page(stamp(workbook, ""))).contains("Give it as it is");
    }

    @Test
    void aFileOfAnotherKindHasNoSuchChoice() throws Exception {
        var notes = product("notes.txt", "Notes".getBytes(StandardCharsets.UTF_8));

        assertThat(page("/products/" + notes)).doesNotContain("Stamp copies");
        for (var rest : List.of("", "/sample")) {
            assertThat(perform(get(workspace.path(stamp(notes, rest)))).getStatus())
                    .isEqualTo(404);
        }
        assertThat(perform(post(workspace.path(stamp(notes, "")))).getStatus()).isEqualTo(404);
    }

    @Test
    void givenAsItIsAgainItIsSoForAllAndTheCopiesGo() throws Exception {
        var workbook = stamped("workbook.pdf", SmallPdf.page("Exercises"));
        var reader = given(workbook);
        fetch(reader, workbook);
        var copy = copy();

        perform(post(workspace.path(stamp(workbook, "/deletion"))));

        assertThat(fetch(reader, workbook).body()).isEqualTo(SmallPdf.page("Exercises"));
        await().until(() -> copies() == 0);
        sweepLooseFiles.sweep();
        assertThat(inside(() -> files.find(copy))).isEmpty();
        assertThat(inside(() -> files.find(file(workbook)))).as("the original").isPresent();
    }

    @Test
    void anotherFileInItsPlaceIsStampedToo() throws Exception {
        var workbook = stamped("workbook.pdf", SmallPdf.page("First edition"));
        var reader = given(workbook);
        fetch(reader, workbook);
        var old = inside(() -> file(workbook));

        perform(multipart(workspace.path("/products/" + workbook + "/files"))
                .file(new MockMultipartFile("files", "second.pdf", null, SmallPdf.page("Second edition"))));
        perform(post(workspace.path("/products/" + workbook + "/files/" + old + "/deletion")));

        assertThat(text(fetch(reader, workbook))).contains("Second edition", "This copy was given to Mary");
        await().until(() -> copies() == 1);
    }

    @Test
    void copiesGoAMonthAfterTheyWereLastFetchedAndAreMadeAnewWhenAskedFor() throws Exception {
        var workbook = stamped("workbook.pdf", SmallPdf.page("Exercises"));
        var reader = given(workbook);
        fetch(reader, workbook);
        var copy = copy();

        clock.advance(Duration.ofDays(20));
        fetch(reader, workbook);
        clock.advance(Duration.ofDays(20));
        sweepCopies.sweep();
        assertThat(copies()).as("fetched twenty days ago").isEqualTo(1);

        clock.advance(Duration.ofDays(11));
        sweepCopies.sweep();
        sweepLooseFiles.sweep();
        assertThat(copies()).isZero();
        assertThat(inside(() -> files.find(copy))).isEmpty();
        assertThat(text(fetch(reader, workbook))).contains("This copy was given to Mary");
    }

    @Test
    void anErasedPersonsNameIsInNoCopy() throws Exception {
        var workbook = stamped("workbook.pdf", SmallPdf.page("Exercises"));
        var reader = buyer(workbook, "Rita Reader");
        var link = link(reader, workbook);
        send(request(link));
        var copy = copy();

        perform(post(workspace.path("/contacts/" + reader + "/deletion")));

        await("its copy is let go, though another without the name may be made")
                .until(() -> !copyIds().contains(copy));
        sweepLooseFiles.sweep();
        assertThat(inside(() -> files.find(copy))).isEmpty();
        assertThat(text(send(request(link))))
                .contains("This copy belongs to order 1,")
                .doesNotContain("Rita");
    }

    private ProductId stamped(String fileName, byte[] content) {
        var product = product(fileName, content);
        choose(product);
        return product;
    }

    private void choose(ProductId product) {
        assertThat(perform(post(workspace.path(stamp(product, "")))).getStatus())
                .isEqualTo(302);
    }

    private ProductId product(String fileName, byte[] content) {
        return inside(() -> {
            var product = catalog.add(
                    new NewProduct("Companion Workbook", ProductType.WORKBOOK, "", Money.of(2700, "USD"), null, null));
            catalog.addFile(
                    product,
                    files.store(fileName, new ByteArrayInputStream(content)).id());
            return product;
        });
    }

    private ContactId buyer(ProductId product, String name) {
        return inside(() -> {
            var contact = fixtures.buyer();
            checkout.pay(OrderFixtures.request(
                    contact, name, OrderFixtures.PAYS, lineOf(product, "Workbook", OfferKind.TRIPWIRE, 2700)));
            return contact;
        });
    }

    private ContactId given(ProductId product) {
        return inside(() -> {
            var contact = fixtures.buyer();
            orders.grant(contact, product, Instant.now());
            return contact;
        });
    }

    private FileId file(ProductId product) {
        return catalog.find(product).orElseThrow().files().getFirst().id();
    }

    private String stamp(ProductId product, String rest) {
        return "/products/" + product + "/files/" + inside(() -> file(product)) + "/stamp" + rest;
    }

    private String link(ContactId reader, ProductId product) {
        return inside(() -> orders.downloads(reader, product)).stream()
                .flatMap(group -> group.downloads().stream())
                .map(Download::url)
                .findFirst()
                .orElseThrow();
    }

    private long copies() {
        return jdbc.sql("select count(*) from stamped_copies where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private FileId copy() {
        return copyIds().iterator().next();
    }

    private Set<FileId> copyIds() {
        return jdbc.sql("select copy_id from stamped_copies where workspace_id = ?")
                .param(workspace.id().value())
                .query((row, number) -> new FileId(row.getObject("copy_id", UUID.class)))
                .set();
    }

    private long fetched() {
        return jdbc.sql("select coalesce(sum(fetched), 0) from downloads where workspace_id = ?")
                .param(workspace.id().value())
                .query(Long.class)
                .single();
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work::get);
    }

    private String page(String path) throws Exception {
        return perform(get(workspace.path(path))).getContentAsString();
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return mvc.perform(request.with(workspace.owner().signedIn()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<byte[]> fetch(ContactId reader, ProductId product) {
        return send(request(link(reader, product)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        return text(answer.body());
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
