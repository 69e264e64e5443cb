package app.backmatter.storage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StorageAway;
import app.backmatter.storage.StoredFile;
import app.backmatter.support.S3Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;

/** A folder and a bucket do the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContentsTests {
    private static final byte[] CONTENT = "Chapter one: the last pages.".getBytes();

    private Path folder;
    private S3Store store;

    enum Kind {
        FOLDER,
        S3
    }

    @BeforeAll
    void startTheStore(@TempDir Path empty) throws IOException {
        folder = empty;
        store = S3Store.start(folder.resolve("s3"));
    }

    @AfterAll
    void stopTheStore() throws InterruptedException {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void giveBackWhatWasPut(Kind kind) throws IOException {
        var contents = contents(kind, Map.of());
        var place = place();
        contents.put(place, incoming());

        assertThat(contents.open(place).exists()).isTrue();
        assertThat(contents.open(place).contentLength()).isEqualTo(CONTENT.length);
        assertThat(contents.open(place).getContentAsByteArray()).isEqualTo(CONTENT);
        try (var part = contents.read(place, 8, 4)) {
            assertThat(part.readNBytes(4)).isEqualTo("one:".getBytes());
        }
        assertThat(contents.open(new Place(place.workspace(), place.file(), "-480"))
                        .exists())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void haveNothingOnceItIsDeleted(Kind kind) throws IOException {
        var contents = contents(kind, Map.of());
        var place = place();
        contents.put(place, incoming());

        contents.delete(place);
        contents.delete(place);

        assertThat(contents.open(place).exists()).isFalse();
        assertThatThrownBy(() -> contents.open(place).getInputStream()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> contents.read(place, 0, 4)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource
    void areHandedOutByUsWhenNothingElseIsSaid(Kind kind) throws IOException {
        var place = place();
        assertThat(contents(kind, Map.of()).address(place, file(place), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void theStoreHandsThemOutItselfByAnAddressThatIsSigned() throws Exception {
        var contents = contents(Kind.S3, Map.of("backmatter.s3.redirects", "true"));
        var place = place();
        contents.put(place, incoming());

        var address = contents.address(place, file(place), Duration.ofHours(1)).orElseThrow();
        var whole = get(HttpRequest.newBuilder(address));
        var part = get(HttpRequest.newBuilder(address).header("Range", "bytes=8-11"));
        var unsigned = get(HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("\\?.*", ""))));
        var altered = get(HttpRequest.newBuilder(URI.create(address.toString()
                .replace(place.file().toString(), UUID.randomUUID().toString()))));

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(CONTENT);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/mp4");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("one:".getBytes());
        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(altered.statusCode()).isEqualTo(403);
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaid() throws Exception {
        var contents = contents(Kind.S3, Map.of("backmatter.s3.endpoint", "http://127.0.0.1:1"));

        assertThatThrownBy(() -> contents.put(place(), incoming())).isInstanceOf(StorageAway.class);
    }

    private Contents contents(Kind kind, Map<String, String> more) {
        var environment = new MockEnvironment();
        if (kind == Kind.S3) {
            for (var setting : store.settings()) {
                var parts = setting.substring(2).split("=", 2);
                environment.setProperty(parts[0], parts[1]);
            }
        }
        more.forEach(environment::setProperty);
        return new ContentsChoice().contents(folder.toString(), environment);
    }

    private Path incoming() throws IOException {
        return Files.write(Files.createTempFile(folder, "incoming", ""), CONTENT);
    }

    private static Place place() {
        return new Place(new WorkspaceId(UUID.randomUUID()), FileId.next(), "");
    }

    private static StoredFile file(Place place) {
        return new StoredFile(place.file(), "Hörbuch.m4b", "audio/mp4", CONTENT.length);
    }

    private static HttpResponse<byte[]> get(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
