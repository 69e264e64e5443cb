package app.backmatter.catalog.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.ProductFixtures;
import app.backmatter.support.SmallPdf;
import app.backmatter.support.SmallSound;
import app.backmatter.support.SmallZip;
import app.backmatter.support.TestFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What a reader could not use is said to the author at once, beside the field, and nothing of it stays. */
@BackmatterTest
class RefusedFilesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    ProductFixtures products;

    @Autowired
    Catalog catalog;

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("unusable")
    void isRefusedWithTheReasonBesideTheField(String name, byte[] content, String reason) throws Exception {
        var workspace = accounts.workspace();
        var product = products.gift(workspace);
        var before = catalogFiles(workspace.id(), product);

        var answer = mvc.perform(multipart(workspace.path("/products/" + product + "/files"))
                        .file(new MockMultipartFile("files", name, "application/pdf", content))
                        .with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(error(answer)).contains(name).contains(reason);
        assertThat(catalogFiles(workspace.id(), product)).isEqualTo(before);
        assertThat(TestFolder.of("files", workspace.id().toString()).toFile().list())
                .as("what stays on the disk")
                .hasSize(before.size());
    }

    static Stream<Arguments> unusable() throws IOException {
        var pdf = SmallPdf.page("Chapter one");
        var epub = SmallZip.epub();
        var archive = SmallZip.archive().with("one.txt", "One").bytes();
        return Stream.of(
                arguments("open.pdf", locked("", "owner"), "locked with a password"),
                arguments("locked.pdf", locked("reader", "owner"), "locked with a password"),
                arguments("half.pdf", Arrays.copyOf(pdf, pdf.length / 2), "its end is missing"),
                arguments("hollow.pdf", "%PDF-1.7\nnothing\n%%EOF".getBytes(), "can’t be opened"),
                arguments("page.pdf", "<html>Not found</html>".getBytes(), "not what its ending says"),
                arguments("book.epub", SmallZip.archive().with("a.txt", "A").bytes(), "not what its ending says"),
                arguments(
                        "drm.epub",
                        epub.with("META-INF/encryption.xml", encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
                                .bytes(),
                        "copy protection"),
                arguments(
                        "lost.epub",
                        SmallZip.epub().without("META-INF/container.xml").bytes(),
                        "leads nowhere"),
                arguments(
                        "torn.epub",
                        SmallZip.epub()
                                .with("book.opf", "<package><spine><itemref")
                                .bytes(),
                        "leads nowhere"),
                arguments("nowhere.epub", SmallZip.epub().without("book.opf").bytes(), "leads nowhere"),
                arguments("repacked.epub", repacked(), "packed like an ordinary ZIP"),
                arguments(
                        "out.zip", SmallZip.archive().with("../../evil.sh", "x").bytes(), "outside of its own folder"),
                arguments(
                        "root.zip", SmallZip.archive().with("/etc/passwd", "x").bytes(), "outside of its own folder"),
                arguments(
                        "windows.zip",
                        SmallZip.archive().with("C:\\evil.exe", "x").bytes(),
                        "outside of its own folder"),
                arguments(
                        "back.zip",
                        SmallZip.archive().with("a\\..\\..\\evil", "x").bytes(),
                        "outside of its own folder"),
                arguments(
                        "bomb.zip",
                        SmallZip.archive().with("zeros", new byte[60 << 20]).bytes(),
                        "would unpack to far more"),
                arguments("claims.zip", claimingEntries(archive), "can’t be unpacked"),
                arguments("lies.zip", claimingSize(archive), "can’t be unpacked"),
                arguments("cut.zip", Arrays.copyOf(archive, archive.length - 10), "can’t be unpacked"),
                arguments("flipped.zip", flipped(archive), "can’t be unpacked"),
                arguments("secret.zip", marked(archive), "locked with a password"),
                arguments("audible.m4b", SmallSound.mp4("aax "), "copy protection"),
                arguments("half.m4b", Arrays.copyOf(SmallSound.mp4("M4B "), 36), "can’t be played"),
                arguments("tag.mp3", Arrays.copyOf(SmallSound.mp3(), 15), "can’t be played"),
                arguments("half.flac", Arrays.copyOf(SmallSound.flac(), 30), "can’t be played"),
                arguments("half.ogg", Arrays.copyOf(SmallSound.ogg(), 40), "can’t be played"));
    }

    @Test
    void whatReadersCanUseIsKnownByItsBytes() throws Exception {
        var workspace = accounts.workspace();
        var product = products.gift(workspace);
        var sent = List.of(
                file("a", SmallPdf.page("One")),
                file(
                        "b",
                        SmallZip.epub()
                                .with("META-INF/encryption.xml", encryption("http://www.idpf.org/2008/embedding"))
                                .bytes()),
                file(
                        "c",
                        SmallZip.archive()
                                .with("folder/", "")
                                .with("folder/a..b.txt", "A")
                                .bytes()),
                file("d", SmallSound.mp3()),
                file("e", SmallSound.mp4("M4B ")),
                file("f.m4b", SmallSound.mp4("mp42")),
                file("g", SmallSound.flac()),
                file("h", SmallSound.ogg()),
                file("i", "Chapter one".getBytes()));
        var request = multipart(workspace.path("/products/" + product + "/files"));
        sent.forEach(request::file);

        var answer = mvc.perform(request.with(workspace.owner().signedIn()))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).as(() -> error(answer)).isEqualTo(302);
        assertThat(catalogFiles(workspace.id(), product))
                .extracting(StoredFile::contentType)
                .containsExactly(
                        "application/pdf",
                        "application/pdf",
                        "application/epub+zip",
                        "application/zip",
                        "audio/mpeg",
                        "audio/mp4",
                        "video/mp4",
                        "audio/flac",
                        "audio/ogg",
                        "text/plain");
    }

    private List<StoredFile> catalogFiles(WorkspaceId workspace, ProductId product) {
        return WorkspaceScope.call(
                workspace, () -> catalog.find(product).orElseThrow().files());
    }

    private static String error(MockHttpServletResponse answer) {
        try {
            return Jsoup.parse(answer.getContentAsString())
                    .select("#files-notes .field-error")
                    .text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "text/html", content);
    }

    private static byte[] locked(String reader, String owner) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(SmallPdf.page("Locked"))) {
            document.protect(new StandardProtectionPolicy(owner, reader, new AccessPermission()));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static String encryption(String algorithm) {
        return "<encryption><EncryptedData><EncryptionMethod Algorithm='%s'/></EncryptedData></encryption>"
                .formatted(algorithm);
    }

    private static byte[] repacked() {
        return SmallZip.archive()
                .with("one.xhtml", "<html/>")
                .with("mimetype", "application/epub+zip\n")
                .bytes();
    }

    /** Its last record says that there are 20,000 files in a directory of a gigabyte. */
    private static byte[] claimingEntries(byte[] archive) {
        return changed(
                archive, "PK\5\6", end -> end.putShort(10, (short) 20_000).putInt(12, 1 << 30));
    }

    private static byte[] claimingSize(byte[] archive) {
        return changed(archive, "PK\1\2", entry -> entry.putInt(24, 1 << 30));
    }

    private static byte[] marked(byte[] archive) {
        return changed(archive, "PK\1\2", entry -> entry.putShort(8, (short) 1));
    }

    /** One bit of what is packed is another. */
    private static byte[] flipped(byte[] archive) {
        return changed(archive, "PK\3\4", entry -> entry.put(39, (byte) (entry.get(39) ^ 1)));
    }

    private static byte[] changed(byte[] archive, String record, Consumer<ByteBuffer> change) {
        var copy = archive.clone();
        int at = new String(copy, ISO_8859_1).lastIndexOf(record);
        change.accept(ByteBuffer.wrap(copy, at, copy.length - at).slice().order(ByteOrder.LITTLE_ENDIAN));
        return copy;
    }
}
