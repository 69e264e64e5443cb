package app.backmatter.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.accounts.Role;
import app.backmatter.books.BookId;
import app.backmatter.books.EditionFormat;
import app.backmatter.books.EditionId;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OfferKind;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.EditionFixtures;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.SmallZip;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** An edition's files are uploaded once, on the edition, and products of its book say whether they deliver them. */
@BackmatterTest
class EditionFilesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    EditionFixtures editions;

    @Autowired
    ProductFixtures products;

    @Autowired
    OrderFixtures orders;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private TestWorkspace workspace;
    private BookId book;
    private EditionId ebook;
    private ProductId product;

    @BeforeEach
    void publish() {
        workspace = accounts.workspace();
        ebook = editions.edition(workspace, EditionFormat.EBOOK);
        book = editions.bookOf(workspace, ebook);
        product = editions.product(workspace, "The Harbour Bundle", book);
    }

    @Test
    void anEditionHasFilesAsAProductHas() throws Exception {
        assertThat(page(workspace.path("/books/" + book)).select("a[href=" + files("") + "]"))
                .extracting(link -> link.attr("aria-label"))
                .containsExactly("Files of the edition E-book");
        assertThat(text(files(""))).contains("E-book of The Quiet Harbour", "No file yet");

        var epub = SmallZip.epub().bytes();
        var answer = ask(multipart(files(""))
                .file(new MockMultipartFile("files", "book.epub", null, epub))
                .file(new MockMultipartFile("files", "licence.txt", null, "One reader.".getBytes())));
        assertThat(answer.getRedirectedUrl()).isEqualTo(files(""));
        ask(post(path("/links")).param("name", "Maps").param("address", "https://maps.example.org/1"));

        assertThat(text(files(""))).contains("book.epub EPUB", "licence.txt File", "Maps Link, maps.example.org");
        var maps = page(files("")).select(".file form").last().attr("action");
        assertThat(ask(post(maps)).getRedirectedUrl()).isEqualTo(files(""));
        assertThat(page(files("")).select(".file-name a").eachText())
                .containsExactly("book.epub", "Maps", "licence.txt");
        var file = page(files("")).selectFirst(".file-name a").attr("href");
        assertThat(ask(get(file)).getContentAsByteArray()).isEqualTo(epub);

        assertThat(text(file + "/deletion")).contains("any product that delivers the E-book of The Quiet Harbour");
        assertThat(ask(post(file + "/deletion")).getRedirectedUrl()).isEqualTo(files(""));
        assertThat(text(files(""))).doesNotContain("book.epub");
    }

    @Test
    void whatReadersCouldNotUseIsRefusedWithTheReason() throws Exception {
        var answer =
                ask(multipart(files("")).file(new MockMultipartFile("files", "half.pdf", null, "%PDF-1.7".getBytes())));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#files-notes .field-error")
                        .text())
                .contains("half.pdf", "its end is missing");
        assertThat(ask(post(path("/links")).param("name", "Maps").param("address", "javascript:alert(1)"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(text(files(""))).contains("No file yet");
    }

    @Test
    void aProductDeliversTheEditionsThatAreTicked() throws Exception {
        var audio = editions.edition(workspace, book, EditionFormat.AUDIOBOOK);
        upload("book.pdf");
        assertThat(page(product()).select("form[action$=/editions] .choice").eachText())
                .containsExactly("E-book 1 file Files", "Audiobook no file yet Files");

        assertThat(tick(ebook, audio).getRedirectedUrl()).isEqualTo(product());

        assertThat(page(product()).select("form[action$=/editions] input[checked]"))
                .hasSize(2);
        assertThat(text(product()))
                .contains(
                        "E-book of The Quiet Harbour Files book.pdf PDF, 1 kB",
                        "Audiobook of The Quiet Harbour Files No file yet");
        assertThat(text(files("")))
                .contains("The buyers of these products, those who have one already included: The Harbour Bundle")
                .doesNotContain("Nobody yet");
        assertThat(delivered()).containsExactly("book.pdf");
    }

    @Test
    void untickingAsksAndTellsWhatItMeansForOwners() throws Exception {
        upload("book.pdf");
        tick(ebook);

        var asked = tick();

        assertThat(Jsoup.parse(asked.getContentAsString()).select("main").text())
                .contains("Deliver less with The Harbour Bundle?")
                .contains("those who have The Harbour Bundle already included: E-book of The Quiet Harbour");
        assertThat(delivered()).containsExactly("book.pdf");
        assertThat(ask(post(product() + "/editions").param("confirmed", "true")).getRedirectedUrl())
                .isEqualTo(product());
        assertThat(delivered()).isEmpty();
    }

    @Test
    void whatIsSoldKeepsItsLastFileWhosesoeverItIs() throws Exception {
        upload("book.pdf");
        tick(ebook);
        orders.paidOrder(workspace.id(), OrderFixtures.lineOf(product, "The Harbour Bundle", OfferKind.TRIPWIRE, 900));
        var file = page(files("")).selectFirst(".file-name a").attr("href");

        var unticked = ask(post(product() + "/editions").param("confirmed", "true"));
        var removed = ask(post(file + "/deletion"));

        assertThat(Jsoup.parse(unticked.getContentAsString()).select("main").text())
                .contains("“E-book of The Quiet Harbour” stays", "would have nothing left to download");
        assertThat(unticked.getContentAsString()).doesNotContain("button-danger");
        assertThat(removed.getRedirectedUrl()).isEqualTo(file + "/deletion");
        assertThat(text(file + "/deletion")).contains("the only file that buyers of The Harbour Bundle get");
        assertThat(delivered()).containsExactly("book.pdf");

        upload("newer.pdf");
        assertThat(ask(post(file + "/deletion")).getRedirectedUrl()).isEqualTo(files(""));
        assertThat(delivered()).containsExactly("newer.pdf");
    }

    @Test
    void onlyEditionsOfItsOwnBookCanBeTicked() throws Exception {
        var other = accounts.workspace();
        var foreign = editions.ebook(other, "theirs.pdf", SmallPdf.page("Theirs"));
        var elsewhere = editions.ebook(workspace, "elsewhere.pdf", SmallPdf.page("Elsewhere"));
        for (var wrong : List.of(foreign, elsewhere, EditionId.next())) {
            assertThat(tick(ebook, wrong).getStatus()).isEqualTo(404);
            assertThat(ask(post(product() + "/editions")
                                    .param("edition", wrong.toString())
                                    .param("confirmed", "true"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(ask(post(product() + "/editions").param("edition", "x' or 1"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(text(product())).doesNotContain("theirs.pdf", "elsewhere.pdf");
        assertThat(WorkspaceScope.call(
                        workspace.id(),
                        () -> catalog.find(product).orElseThrow().groups()))
                .isEmpty();
    }

    @Test
    void aFileIsFoundAtItsOwnersAddressAlone() throws Exception {
        upload("book.pdf");
        tick(ebook);
        var own = products.gift(workspace);
        var file = page(files("")).selectFirst(".file-name a").attr("href").replaceFirst(".*/", "");
        var audio = editions.edition(workspace, book, EditionFormat.AUDIOBOOK);
        for (var wrong : List.of("/products/" + product, "/products/" + own, "/editions/" + audio)) {
            var path = workspace.path(wrong) + "/files/" + file;
            assertThat(ask(get(path)).getStatus()).as(wrong).isEqualTo(404);
            assertThat(ask(get(path + "/stamp")).getStatus()).as(wrong).isEqualTo(404);
            assertThat(ask(post(path + "/deletion")).getStatus()).as(wrong).isEqualTo(404);
        }
        assertThat(ask(get(workspace.path("/editions/" + UUID.randomUUID() + "/files")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(ask(get(workspace.path("/editions/x/files"))).getStatus()).isEqualTo(404);
        assertThat(delivered()).containsExactly("book.pdf");
    }

    @Test
    void aProductStaysWithTheBookWhoseEditionsItDelivers() throws Exception {
        tick(ebook);

        var refused = describe("");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Untick them on the product’s page first");
        assertThat(describe(book.toString()).getStatus()).isEqualTo(302);
        ask(post(product() + "/editions").param("confirmed", "true"));
        assertThat(describe("").getStatus()).isEqualTo(302);
    }

    @Test
    void anEditionThatHasFilesOrIsDeliveredStaysWithItsBook() throws Exception {
        upload("book.pdf");
        tick(ebook);
        for (var kept : List.of(path(""), workspace.path("/books/" + book))) {
            assertThat(ask(post(kept + "/deletion")).getRedirectedUrl()).isEqualTo(kept + "/deletion");
            assertThat(text(kept + "/deletion")).contains("Product: The Harbour Bundle", "File: book.pdf");
        }

        ask(post(product() + "/editions").param("confirmed", "true"));
        assertThat(text(path("/deletion"))).contains("File: book.pdf").doesNotContain("The Harbour Bundle");
        ask(post(page(files("")).selectFirst(".file-name a").attr("href") + "/deletion"));
        assertThat(ask(post(path("/deletion"))).getRedirectedUrl()).isEqualTo(workspace.path("/books/" + book));
        assertThat(ask(get(files(""))).getStatus()).isEqualTo(404);
    }

    @Test
    void anEditionThatIsDeletedWhileAFileComesStaysWithIt() {
        var deletion = WorkspaceScope.call(
                workspace.id(),
                () -> transactions.execute(status -> {
                    editions.file(workspace, ebook, "book.pdf", SmallPdf.page("The Quiet Harbour"));
                    var answer = CompletableFuture.supplyAsync(this::delete);
                    await().pollInSameThread().until(() -> answer.isDone() || somebodyWaits());
                    return answer;
                }));

        assertThat(Objects.requireNonNull(deletion).join()).isEqualTo(path("/deletion"));
    }

    private String delete() {
        try {
            return Objects.requireNonNull(ask(post(path("/deletion"))).getRedirectedUrl());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
            select exists (select from pg_locks where not granted
                           and transactionid = pg_current_xact_id()::xid)
            """).query(Boolean.class).single();
    }

    @Test
    void aViewerLooksAndChangesNothing() throws Exception {
        upload("book.pdf");
        var viewer = accounts.member(workspace, Role.VIEWER);

        var page = Jsoup.parse(ask(get(files("")), viewer).getContentAsString());

        assertThat(page.text()).contains("book.pdf");
        assertThat(page.select("main form, main .button")).isEmpty();
        assertThat(ask(post(product() + "/editions").param("edition", ebook.toString()), viewer)
                        .getStatus())
                .isEqualTo(403);
        assertThat(ask(multipart(files("")), viewer).getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse tick(EditionId... chosen) throws Exception {
        var request = post(product() + "/editions");
        for (var edition : chosen) {
            request.param("edition", edition.toString());
        }
        return ask(request);
    }

    private void upload(String name) throws Exception {
        var answer = ask(multipart(files("")).file(new MockMultipartFile("files", name, null, SmallPdf.page(name))));
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse describe(String book) throws Exception {
        return ask(post(product())
                .param("name", "The Harbour Bundle")
                .param("type", "BUNDLE")
                .param("price", "9")
                .param("book", book));
    }

    private List<String> delivered() {
        return WorkspaceScope.call(workspace.id(), () -> catalog.find(product).orElseThrow()).files().stream()
                .map(StoredFile::name)
                .toList();
    }

    private String path(String rest) {
        return workspace.path("/editions/" + ebook + rest);
    }

    private String files(String rest) {
        return path("/files" + rest);
    }

    private String product() {
        return workspace.path("/products/" + product);
    }

    private String text(String path) throws Exception {
        return page(path).select("main").text();
    }

    private Document page(String path) throws Exception {
        var answer = ask(get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return ask(request, workspace.owner());
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, TestPerson person)
            throws Exception {
        return mvc.perform(request.with(person.signedIn())).andReturn().getResponse();
    }
}
