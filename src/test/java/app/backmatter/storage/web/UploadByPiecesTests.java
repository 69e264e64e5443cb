package app.backmatter.storage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.backmatter.accounts.Role;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.Files;
import app.backmatter.storage.StoredFile;
import app.backmatter.storage.domain.SweepLooseFiles;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.AtOnce;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.TestFolder;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Large files come by pieces: nothing that arrived is sent twice, and nobody goes on with what somebody else began. */
@BackmatterTest
class UploadByPiecesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures products;

    @Autowired
    Catalog catalog;

    @Autowired
    Files files;

    @Autowired
    SweepLooseFiles sweep;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private final byte[] pdf = SmallPdf.page("A large book");
    private TestWorkspace workspace;
    private TestPerson author;
    private ProductId product;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
        author = workspace.owner();
        product = products.gift(workspace);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void piecesBecomeTheProductsFile() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        assertThat(at(send(head(upload)))).isZero();

        var first = append(upload, 0, Arrays.copyOf(pdf, 100));
        assertThat(first.getStatus()).isEqualTo(204);
        assertThat(at(first)).isEqualTo(100);
        assertThat(send(head(upload)).getHeader("Upload-Complete")).isEqualTo("?0");

        var last = append(upload, 100, Arrays.copyOfRange(pdf, 100, pdf.length));
        assertThat(at(last)).isEqualTo(pdf.length);
        assertThat(send(head(upload)).getHeader("Upload-Complete")).isEqualTo("?1");
        assertThat(submit(upload).getStatus()).isEqualTo(302);

        var stored = stored().getLast();
        assertThat(stored.name()).isEqualTo("book.pdf");
        assertThat(stored.contentType()).isEqualTo("application/pdf");
        assertThat(content(stored)).isEqualTo(pdf);
    }

    @Test
    void aFormThatComesTwiceAddsItsFileOnce() throws Exception {
        var upload = arrived("book.pdf");

        assertThat(AtOnce.times(6, () -> submitted(upload))).containsOnly(302);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void whoBelievesWronglyIsToldWhereToGoOn() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        append(upload, 0, Arrays.copyOf(pdf, 100));

        for (long wrong : new long[] {0, 99, 101, -1}) {
            var answer = append(upload, wrong, "xxxxx".getBytes());
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(at(answer)).isEqualTo(100);
        }
        assertThat(send(patch(upload).content("x")).getStatus()).isEqualTo(409);
    }

    @Test
    void parallelPiecesAreWrittenOnce() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        var piece = Arrays.copyOf(pdf, pdf.length - 1);

        var answers = AtOnce.times(10, () -> appended(upload, piece));

        assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
        assertThat(at(send(head(upload)))).isEqualTo(pdf.length - 1);
    }

    @Test
    void whatCameBeforeTheConnectionBrokeStays() throws Exception {
        var upload = begin("book.pdf", pdf.length);

        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write("""
                PATCH %s HTTP/1.1\r
                Host: localhost:%d\r
                Cookie: %s\r
                Upload-Offset: 0\r
                Content-Type: application/offset+octet-stream\r
                Content-Length: %d\r
                \r
                """.formatted(upload, port, author.cookie(), pdf.length).getBytes(StandardCharsets.US_ASCII));
            out.write(pdf, 0, 200);
            out.flush();
        }

        Awaitility.await()
                .untilAsserted(() -> assertThat(at(send(head(upload)))).isEqualTo(200));
        Awaitility.await()
                .until(
                        () -> append(upload, 200, Arrays.copyOfRange(pdf, 200, pdf.length))
                                .getStatus(),
                        status -> status == 204);
        assertThat(submit(upload).getStatus()).isEqualTo(302);
        assertThat(content(stored().getLast())).isEqualTo(pdf);
    }

    @Test
    void whatIsMoreThanWasSaidIsNotTaken() throws Exception {
        var upload = begin("a.txt", 5);

        var answer = append(upload, 0, "Chapter one".getBytes());
        submit(upload);

        assertThat(at(answer)).isEqualTo(5);
        assertThat(content(stored().getLast())).isEqualTo("Chapt".getBytes());
    }

    @Test
    void whatReadersCouldNotUseIsRefusedWithItsLastByte() throws Exception {
        var upload = begin("half\r\n<b>.pdf", 500);

        var answer = append(upload, 0, Arrays.copyOf(pdf, 500));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).startsWith("text/plain");
        assertThat(answer.getContentAsString()).contains("The PDF half _b_.pdf can’t be opened");
        assertThat(send(head(upload)).getStatus()).isEqualTo(404);
        assertThat(folder().list()).as("what stays on the disk").hasSize(1);
        var page = submit(upload);
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(error(page)).contains("not kept any longer");
    }

    @Test
    void aHalfUploadIsNoFile() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        append(upload, 0, Arrays.copyOf(pdf, 100));

        assertThat(submit(upload).getStatus()).isEqualTo(422);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void whatArrivedStaysWhenTheFormIsAnsweredWithErrors() throws Exception {
        var upload = arrived("book.pdf");

        var answer = newProduct("", upload);
        var page = Jsoup.parse(answer.getContentAsString());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page.select("[data-arrived] [name=uploads]").val()).isEqualTo(token(upload));
        assertThat(page.select("[data-arrived]").text()).contains("book.pdf");
        var taken = newProduct("The Book", upload);
        assertThat(taken.getStatus()).isEqualTo(302);
        product = ProductId.of(taken.getRedirectedUrl().replaceFirst(".*/", ""));
        assertThat(stored()).extracting(StoredFile::name).containsExactly("book.pdf");
    }

    @Test
    void cancellingLeavesNothing() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        append(upload, 0, Arrays.copyOf(pdf, 100));

        assertThat(send(delete(upload)).getStatus()).isEqualTo(204);

        assertThat(send(head(upload)).getStatus()).isEqualTo(404);
        assertThat(append(upload, 100, new byte[5]).getStatus()).isEqualTo(404);
        assertThat(folder().list()).hasSize(1);
    }

    @Test
    void nobodyElseGoesOnWithIt() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        var other = accounts.workspace();
        var colleague = accounts.member(workspace, Role.EDITOR);
        var elsewhere = upload.replace(workspace.slug(), other.slug());
        for (var request : List.of(head(upload), patch(upload).header("Upload-Offset", "0"), delete(upload))) {
            assertThat(send(request, colleague).getStatus()).as("a colleague").isEqualTo(404);
        }
        for (var request : List.of(head(elsewhere), patch(elsewhere).header("Upload-Offset", "0"), delete(elsewhere))) {
            assertThat(send(request, other.owner()).getStatus())
                    .as("another workspace")
                    .isEqualTo(404);
        }
        for (var request : List.of(head(upload + "x"), patch(upload + "x"), delete(upload + "x"))) {
            assertThat(send(request).getStatus()).as("an altered token").isEqualTo(404);
        }
        var viewer = accounts.member(workspace, Role.VIEWER);
        assertThat(send(post(workspace.path("/uploads")).param("name", "a").param("size", "1"), viewer)
                        .getStatus())
                .isEqualTo(403);
        assertThat(submitted(arrived("book.pdf"), colleague))
                .as("a colleague's form")
                .isEqualTo(422);
    }

    @Test
    void whatIsEmptyOrTooLargeIsSaidAtOnce() throws Exception {
        var empty = send(post(workspace.path("/uploads")).param("name", "a.pdf").param("size", "0"));
        var large = send(post(workspace.path("/uploads")).param("name", "a.pdf").param("size", "5000000001"));

        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString()).contains("There is nothing in the file a.pdf");
        assertThat(large.getStatus()).isEqualTo(413);
        assertThat(large.getContentAsString()).contains("a.pdf has more than 5 GB");
        assertThat(send(post(workspace.path("/uploads")).param("name", "a.pdf").param("size", "x"))
                        .getStatus())
                .isBetween(400, 404);
    }

    @Test
    void whatNobodyWroteToForADayIsSweptAway() throws Exception {
        var upload = begin("book.pdf", pdf.length);
        append(upload, 0, Arrays.copyOf(pdf, 100));
        assertThat(folder().list()).hasSize(2);

        clock.advance(Duration.ofHours(25));
        sweep.sweepUnfinished();

        assertThat(folder().list()).hasSize(1);
        assertThat(at(send(head(upload)))).as("begins anew").isZero();
        clock.advance(Duration.ofDays(7));
        assertThat(send(head(upload)).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse newProduct(String name, String upload) throws Exception {
        var form = multipart(workspace.path("/products"));
        form.param("name", name).param("price", "5").param("uploads", token(upload));
        return send(form);
    }

    private String begin(String name, long size) throws Exception {
        var answer = send(post(workspace.path("/uploads")).param("name", name).param("size", String.valueOf(size)));
        assertThat(answer.getStatus()).isEqualTo(201);
        return answer.getHeader("Location");
    }

    private String arrived(String name) throws Exception {
        var upload = begin(name, pdf.length);
        append(upload, 0, pdf);
        return upload;
    }

    private MockHttpServletResponse append(String upload, long offset, byte[] piece) throws Exception {
        return send(patch(upload)
                .header("Upload-Offset", offset)
                .contentType("application/offset+octet-stream")
                .content(piece));
    }

    private int appended(String upload, byte[] piece) {
        try {
            return append(upload, 0, piece).getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse submit(String upload) throws Exception {
        return submit(upload, author);
    }

    private MockHttpServletResponse submit(String upload, TestPerson person) throws Exception {
        var form = multipart(workspace.path("/products/" + product + "/files"));
        form.file(new MockMultipartFile("files", "", null, new byte[0])).param("uploads", token(upload));
        return send(form, person);
    }

    private int submitted(String upload) {
        return submitted(upload, author);
    }

    private int submitted(String upload, TestPerson person) {
        try {
            return submit(upload, person).getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return send(request, author);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, TestPerson person)
            throws Exception {
        return mvc.perform(request.with(person.signedIn())).andReturn().getResponse();
    }

    private List<StoredFile> stored() {
        return WorkspaceScope.call(
                workspace.id(), () -> catalog.find(product).orElseThrow().files());
    }

    private byte[] content(StoredFile file) {
        return WorkspaceScope.call(workspace.id(), () -> {
            try {
                return files.open(file.id()).getContentAsByteArray();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private File folder() {
        return TestFolder.of("files", workspace.id().toString()).toFile();
    }

    private static String error(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString())
                .select("#files-notes .field-error")
                .text();
    }

    private static String token(String upload) {
        return upload.replaceFirst(".*/", "");
    }

    private static long at(MockHttpServletResponse answer) {
        return Long.parseLong(String.valueOf(answer.getHeader("Upload-Offset")));
    }
}
