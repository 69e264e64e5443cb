package app.backmatter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.Browser;
import app.backmatter.support.Installation;
import app.backmatter.support.S3Store;
import app.backmatter.support.SmallPdf;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation whose files lie in a store that speaks S3, and the day on which that does not answer. */
class S3StorageTests {
    @TempDir
    Path folder;

    @Test
    void filesGoThereAndComeFromThere() throws Exception {
        try (var store = S3Store.start(folder.resolve("s3"));
                var installation = Installation.start(folder.resolve("data"), store.settings())) {
            installation.fill();
            assertThat(store.contents()).hasSizeGreaterThanOrEqualTo((int) installation.count("files"));
            assertThat(folder.resolve("data/files")).as("what stays here").satisfies(S3StorageTests::hasNoFile);
            var author = signIn(installation);
            var file = author.get(address(installation)).answer();
            var part = author.withHeader("Range", "bytes=1-4").get(address(installation));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(size(installation));
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(file.body().substring(1, 5));

            store.stop();
            var refused = upload(signIn(installation), installation);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("The store of files does not answer");

            store.startAgain();
            assertThat(upload(signIn(installation), installation).status()).isEqualTo(302);
        }
    }

    private static Browser signIn(Installation installation) {
        var browser = Browser.on(installation.port());
        browser.post("/sign-in", Map.of("email", "ada@example.org", "password", AccountFixtures.PASSWORD));
        return browser;
    }

    /** Of a file that is small enough to be text: the first few bytes of a PDF are. */
    private static String address(Installation installation) {
        return installation.database().sql("""
            select '/w/ada-quill/products/' || product_id || '/files/' || delivered_files.id
            from delivered_files where product_id is not null order by position, delivered_files.id limit 1
            """).query(String.class).single();
    }

    private static long size(Installation installation) {
        var id = address(installation).replaceFirst(".*/", "");
        return installation
                .database()
                .sql("select size from files where id = cast(? as uuid)")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static Browser upload(Browser author, Installation installation) throws IOException {
        var product = address(installation).replaceFirst("/files/.*", "/files");
        var head = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"more.pdf\"\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.US_ASCII),
                BodyPublishers.ofByteArray(SmallPdf.page("More")),
                BodyPublishers.ofString("\r\n--x--\r\n", StandardCharsets.US_ASCII));
        return author.post(product, body, "multipart/form-data; boundary=x");
    }

    private static void hasNoFile(Path files) {
        try (var all = Files.walk(files)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
