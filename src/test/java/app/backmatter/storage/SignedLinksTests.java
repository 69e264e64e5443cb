package app.backmatter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestFolder;
import java.io.IOException;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackmatterTest
class SignedLinksTests {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private final UUID subject = UUID.randomUUID();

    @Autowired
    SignedLinks links;

    @Test
    void letsTheHolderInUntilItExpires() {
        var token = links.sign("download", subject, NOW.plus(Duration.ofHours(1)));
        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(links.verify("download", token, NOW)).contains(subject);
        assertThat(links.verify("download", token, NOW.plus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void isGoodForItsOwnPurposeAlone() {
        var token = links.sign("download", subject, NOW.plusSeconds(60));
        assertThat(links.verify("library", token, NOW)).isEmpty();
    }

    @Test
    void refusesEveryAlteredCharacter() {
        var token = links.sign("download", subject, NOW.plusSeconds(60));
        for (int i = 0; i < token.length(); i++) {
            var altered = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(links.verify("download", altered, NOW)).as(altered).isEmpty();
        }
        assertThat(links.verify("download", "", NOW)).isEmpty();
        assertThat(links.verify("download", token + "A", NOW)).isEmpty();
        assertThat(links.verify("download", "no token\u0000", NOW)).isEmpty();
    }

    @Test
    void keepsTheKeyForItsOwnerAlone() throws IOException {
        var key = TestFolder.of("secret");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(java.nio.file.Files.getPosixFilePermissions(key))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
