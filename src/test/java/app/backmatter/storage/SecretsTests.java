package app.backmatter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.BackmatterTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class SecretsTests {
    @Autowired
    Secrets secrets;

    @Test
    void opensWhatItSealed() {
        var sealed = secrets.seal("key:1", "sk_live_grün");

        assertThat(sealed).doesNotContain("live");
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("live");
        assertThat(secrets.open("key:1", sealed)).contains("sk_live_grün");
    }

    @Test
    void sealsTheSameTextEachTimeInAnotherWay() {
        assertThat(secrets.seal("key:1", "same")).isNotEqualTo(secrets.seal("key:1", "same"));
    }

    @Test
    void opensNothingForAnotherPurpose() {
        assertThat(secrets.open("key:2", secrets.seal("key:1", "text"))).isEmpty();
    }

    @Test
    void opensNothingThatWasAltered() {
        var bytes = Base64.getDecoder().decode(secrets.seal("key:1", "text"));
        bytes[bytes.length - 1] ^= 1;

        assertThat(secrets.open("key:1", Base64.getEncoder().encodeToString(bytes)))
                .isEmpty();
        assertThat(secrets.open("key:1", "")).isEmpty();
        assertThat(secrets.open("key:1", "no base 64!")).isEmpty();
    }
}
