package app.backmatter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.domain.SweepLooseFiles;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.BookFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.Pictures;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.TestFolder;
import app.backmatter.support.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What forms upload is kept when the form is taken, and goes after a day when it is not. */
@BackmatterTest
class LooseFilesTests {
    private static final Map<String, String> NEEDED = Map.of("title", "typed", "name", "typed", "price", "5");
    private static final MockMultipartFile EMPTY = file("files", "workbook.pdf", new byte[0]);

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    BookFixtures books;

    @Autowired
    ProductFixtures products;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    SweepLooseFiles sweep;

    @Autowired
    Files files;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aFileWithoutAByteIsSaidBesideItsField() throws Exception {
        var answer = send("/products/new", picture("picture"), EMPTY);
        var page = Jsoup.parse(answer.getContentAsString());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page.select("#files-notes .field-error").text())
                .isEqualTo("There is nothing in the file workbook.pdf. Choose one with something in it.");
        assertThat(page.select("#name").val()).isEqualTo("typed");
    }

    @Test
    void whatARefusedFormBroughtGoesAfterADay() throws Exception {
        send("/products/new", picture("picture"), EMPTY);
        var id = files().getFirst();
        assertThat(TestFolder.of("files", workspace.id().toString())).isNotEmptyDirectory();

        clock.advance(Duration.ofHours(23));
        sweep.sweep();
        assertThat(files()).hasSize(1);
        assertThat(media(id)).isEqualTo(200);

        clock.advance(Duration.ofHours(2));
        sweep.sweep();
        assertThat(files()).isEmpty();
        assertThat(media(id)).isEqualTo(404);
        assertThat(TestFolder.of("files", workspace.id().toString())).isEmptyDirectory();
    }

    @Test
    void whatAKilledUploadLeftGoesAfterADay() throws Exception {
        store();
        var folder = TestFolder.of("files", workspace.id().toString());
        var unfinished = java.nio.file.Files.writeString(folder.resolve(".incoming1234"), "half of");

        clock.advance(Duration.ofHours(23));
        sweep.sweepUnfinished();
        assertThat(unfinished).as("may still be coming in").exists();

        clock.advance(Duration.ofHours(2));
        sweep.sweepUnfinished();
        assertThat(unfinished).doesNotExist();
        assertThat(folder).as("what was stored").isNotEmptyDirectory();
    }

    @Test
    void whatATakenFormBroughtStays() throws Exception {
        var taken = new ArrayList<MockHttpServletResponse>();
        taken.add(send("/books/new", picture("cover")));
        var book = "/books/" + books.book(workspace);
        taken.add(send(book + "/edit", picture("cover"), picture("finalCover")));
        taken.add(send("/products/new", picture("picture"), file("files", "a.txt", "Text".getBytes())));
        var product = "/products/" + products.gift(workspace);
        taken.add(send(product + "/edit", picture("picture")));
        taken.add(send(product + "/files/new", file("files", "b.txt", "Text".getBytes())));
        taken.add(send(firstStep(), picture("picture")));
        assertThat(taken).extracting(MockHttpServletResponse::getStatus).containsOnly(302);
        var stored = files();

        clock.advance(Duration.ofDays(2));
        sweep.sweep();
        assertThat(files()).hasSameElementsAs(stored).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void whatIsBeingClaimedIsNotSweptAndWhatIsSweptCanNotBeClaimed() {
        var claimed = store();
        var left = store();
        clock.advance(Duration.ofDays(2));

        inside(() -> transactions.executeWithoutResult(status -> {
            files.claim(claimed);
            CompletableFuture.runAsync(sweep::sweep).join();
        }));

        assertThat(files()).containsExactly(claimed.toString());
        assertThatThrownBy(() -> inside(() -> files.claim(left))).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyClaimsTheFileOfAnotherWorkspace() {
        var theirs = store();
        workspace = accounts.workspace();

        assertThatThrownBy(() -> inside(() -> files.claim(theirs))).isInstanceOf(NotFound.class);
    }

    private FileId store() {
        return WorkspaceScope.call(
                workspace.id(),
                () -> files.store("a.txt", new ByteArrayInputStream("Text".getBytes()))
                        .id());
    }

    private void inside(Runnable work) {
        WorkspaceScope.run(workspace.id(), work);
    }

    private String firstStep() throws Exception {
        var funnel = "/funnels/" + funnels.draft(workspace);
        var link = page(funnel).selectFirst("a[href*=/steps/]");
        return link.attr("href").replace(workspace.path(""), "");
    }

    /** Fills the form of a page with what it has, and something where a text is needed. */
    private MockHttpServletResponse send(String path, MockMultipartFile... files) throws Exception {
        var form = (FormElement) page(path).selectFirst("form[enctype]");
        var request = multipart(form.attr("action").isEmpty() ? workspace.path(path) : form.attr("action"));
        Arrays.stream(files).forEach(request::file);
        form.select("input[type=file]").remove();
        for (var field : form.formData()) {
            request.param(field.key(), field.value().isEmpty() ? NEEDED.getOrDefault(field.key(), "") : field.value());
        }
        return mvc.perform(request.with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(workspace.path(path)).with(workspace.owner().signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private int media(String id) throws Exception {
        return mvc.perform(get("/media/" + id)).andReturn().getResponse().getStatus();
    }

    private List<String> files() {
        return jdbc.sql("select id::text from files where workspace_id = ?")
                .param(workspace.id().value())
                .query(String.class)
                .list();
    }

    private static MockMultipartFile picture(String field) {
        return file(field, "picture.png", Pictures.png(600, 300));
    }

    private static MockMultipartFile file(String field, String name, byte[] content) {
        return new MockMultipartFile(field, name, "application/octet-stream", content);
    }
}
