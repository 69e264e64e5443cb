package app.backmatter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.Pictures;
import app.backmatter.support.TestFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

@BackmatterTest
class FilesTests {
    private final WorkspaceId workspace = WorkspaceId.next();

    @Autowired
    Files files;

    @Autowired
    MockMvc mvc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void givesBackWhatWasStored() throws IOException {
        var stored = store("../Work\nbook.txt", "Chapter one");
        assertThat(stored.name()).isEqualTo("Work book.txt");
        assertThat(stored.contentType()).isEqualTo("text/plain");
        assertThat(stored.size()).isEqualTo(11);
        var content = WorkspaceScope.call(workspace, () -> files.open(stored.id()));
        assertThat(content.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("Chapter one");
    }

    @Test
    void hidesFilesOfAnotherWorkspace() {
        var stored = store("book.txt", "Chapter one");
        WorkspaceScope.run(WorkspaceId.next(), () -> {
            assertThat(files.find(stored.id())).isEmpty();
            assertThat(files.open(stored.id()).exists()).isFalse();
        });
    }

    @Test
    void leavesNothingBehindOfAnUploadThatBreaksOff() throws IOException {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> WorkspaceScope.run(workspace, () -> files.store("a.txt", broken)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindWhenTheTransactionIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            store("a.txt", "text");
            assertThat(folder()).isNotEmptyDirectory();
            status.setRollbackOnly();
        });
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void showsAPictureToEverybodyForEver() throws Exception {
        var stored = storePicture(Pictures.jpeg(2000, 3000));
        assertThat(stored.contentType()).isEqualTo("image/jpeg");
        var answer = mvc.perform(get(Files.mediaPath(stored.id())))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(cookie().doesNotExist("backmatter"))
                .andReturn();
        var shown = ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
        assertThat(shown.getHeight()).isEqualTo(1600);
    }

    @Test
    void showsASmallerPictureWhenAsked() throws Exception {
        var stored = storePicture(Pictures.png(1000, 500));
        var answer =
                mvc.perform(get(Files.mediaPath(stored.id())).param("w", "480")).andReturn();
        var shown = ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
        assertThat(shown.getWidth()).isEqualTo(480);
    }

    @Test
    void neverShowsADownloadAsMedia() throws Exception {
        var stored = WorkspaceScope.call(
                workspace, () -> files.store("secret.png", new ByteArrayInputStream(Pictures.png(10, 10))));
        mvc.perform(get(Files.mediaPath(stored.id()))).andExpect(status().isNotFound());
        mvc.perform(get("/media/nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void readsWebPictures() {
        assertThat(storePicture(Pictures.webp()).contentType()).startsWith("image/");
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> storePicture("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()))
                .isInstanceOf(NotAPicture.class);
        assertThatThrownBy(() -> storePicture("\u0089PNG\r\n\u001a\nbroken".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(NotAPicture.class);
    }

    @Test
    void refusesAPictureThatClaimsToBeHugeWithoutDecodingIt() {
        assertThatThrownBy(() -> storePicture(Pictures.pngThatClaims(50_000, 50_000)))
                .isInstanceOf(NotAPicture.class)
                .hasMessageContaining("megapixels");
    }

    @Test
    void dropsWhatThePictureCarriesBesidesPixels() throws Exception {
        var stored = storePicture(Pictures.jpegWithComment("taken at home"));
        var kept = WorkspaceScope.call(workspace, () -> files.open(stored.id())).getContentAsByteArray();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("taken at home");
    }

    private StoredFile store(String name, String content) {
        return WorkspaceScope.call(
                workspace, () -> files.store(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    }

    private StoredFile storePicture(byte[] bytes) {
        return WorkspaceScope.call(workspace, () -> files.storePicture("cover", new ByteArrayInputStream(bytes)));
    }

    private Path folder() {
        return TestFolder.of("files", workspace.toString());
    }
}
