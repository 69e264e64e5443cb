package app.backmatter.storage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.database.StartRefused;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class S3SettingsTests {
    private final MockEnvironment environment = new MockEnvironment().withProperty("backmatter.s3.bucket", "books");

    @Test
    void areThereOnceABucketIsNamed() {
        assertThat(S3Settings.of(new MockEnvironment())).isEmpty();
        assertThat(S3Settings.of(new MockEnvironment().withProperty("backmatter.s3.bucket", " ")))
                .isEmpty();

        var amazons = S3Settings.of(environment).orElseThrow();
        assertThat(amazons.endpoint()).isEmpty();
        assertThat(amazons.region()).isEqualTo("us-east-1");
        assertThat(amazons.redirects()).isFalse();
        environment.setProperty("backmatter.s3.endpoint", "https://s3.example.org:9000");
        assertThat(S3Settings.of(environment).orElseThrow().endpoint())
                .hasValue(URI.create("https://s3.example.org:9000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3.example.org", "ftp://s3.example.org", "https://", "https://s3.example.org/books"})
    void refuseWhatIsNoAddress(String endpoint) {
        environment.setProperty("backmatter.s3.endpoint", endpoint);
        assertThatThrownBy(() -> S3Settings.of(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BACKMATTER_S3_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access-key", "secret-key"})
    void refuseHalfACredential(String name) {
        environment.setProperty("backmatter.s3." + name, "x");
        assertThatThrownBy(() -> S3Settings.of(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("both or neither");
    }
}
