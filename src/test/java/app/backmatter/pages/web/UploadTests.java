package app.backmatter.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.catalog.Catalog;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Browser;
import app.backmatter.support.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What is too much for the page or for the disk is said in plain words, and nothing that was there is lost. */
@BackmatterTest
class UploadTests {
    private static final long TOO_MUCH = 211L * 1024 * 1024;
    private static final long LARGE = 205L * 1024 * 1024;

    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    Catalog catalog;

    @LocalServerPort
    int port;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = accounts.workspace();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInPlainWords() {
        var head = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"big.pdf\"\r\n\r\n";
        var body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)), new Zeros(TOO_MUCH)));
        var browser = Browser.on(port)
                .withCookie(workspace.owner().cookie())
                .withHeader("Accept", "text/html")
                .post(workspace.path("/products"), body, "multipart/form-data; boundary=x");

        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.body()).contains("try a smaller file").doesNotContain("Exception");
    }

    @Test
    void aLargeFileThatThePageTakesDoesNotHideWhatElseIsWrong() {
        var head = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"big.pdf\"\r\n\r\n";
        var body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)), new Zeros(LARGE)),
                new ByteArrayInputStream("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII))));
        var browser = Browser.on(port)
                .withCookie(workspace.owner().cookie())
                .withHeader("Accept", "text/html")
                .post(workspace.path("/products"), body, "multipart/form-data; boundary=x");

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.body()).contains("Give the product a name", "choose it again", "Choose smaller files.");
    }

    @Test
    void aFullDiskIsSaidBesideTheFieldAndTheRestStaysTyped() throws Exception {
        var answer = mvc.perform(multipart(workspace.path("/products"))
                        .file(new FileOnAFullDisk("files", new byte[100_000]))
                        .param("name", "The Workbook")
                        .param("type", "WORKBOOK")
                        .param("price", "27.50")
                        .param("description", "A page a day")
                        .with(workspace.owner().signedIn()))
                .andExpect(status().is(422))
                .andReturn();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());

        assertThat(page.select(".field-error").text()).contains("no room left on the disk");
        assertThat(page.select("#name").val()).isEqualTo("The Workbook");
        assertThat(page.select("#price").val()).isEqualTo("27.50");
        assertThat(page.select("#description").text()).isEqualTo("A page a day");
        WorkspaceScope.run(workspace.id(), () -> assertThat(catalog.all()).isEmpty());
    }

    /** The disk is full by the time that half of it has come. */
    private static final class FileOnAFullDisk extends MockMultipartFile {
        private final byte[] content;

        FileOnAFullDisk(String field, byte[] content) {
            super(field, "upload.bin", "application/octet-stream", content);
            this.content = content;
        }

        @Override
        public InputStream getInputStream() {
            return new SequenceInputStream(new ByteArrayInputStream(content, 0, content.length / 2), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("No space left on device");
                }
            });
        }
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count;
        }
    }
}
