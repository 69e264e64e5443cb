package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.ApplicationProcess;
import app.backmatter.support.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real application, set up in a way that it can't work with: it ends at once, and says why in one line. */
class RefusedStartTests {
    @TempDir
    Path folder;

    @Test
    void theImageAsksForADatabase() throws Exception {
        assertThat(refusal(ImageStart.class, "--spring.datasource.url=")).contains("SPRING_DATASOURCE_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "backmatter.sign-ups-per-network, -1, BACKMATTER_SIGN_UPS_PER_NETWORK, 0 or more",
        "backmatter.mail.per-second, 0, BACKMATTER_MAIL_PER_SECOND, 1 or more",
        "backmatter.secret, guessed, BACKMATTER_SECRET, at least 32 characters"
    })
    void aSettingThatCanNotBeIsNamed(String setting, String value, String variable, String rule) throws Exception {
        assertThat(refusal(Backmatter.class, "--" + setting + "=" + value)).contains(variable, rule);
    }

    @Test
    void aSecondStartOnTheSameFolderLeavesTheFirstAlone() throws Exception {
        try (var first = Installation.start(folder)) {
            assertThat(refusal(Backmatter.class)).contains("already running");
            assertThat(first.count("accounts")).isZero();
        }
    }

    @Test
    void productionTakesNoSandboxAndStartsNoDatabase() throws Exception {
        assertThat(refusal(Backmatter.class, "--spring.profiles.active=production"))
                .contains("BACKMATTER_PAYMENTS");
        assertThat(folder).isEmptyDirectory();
    }

    /** The one line that the application ended with. */
    private String refusal(Class<?> main, String... settings) throws IOException, InterruptedException {
        var told = Files.createTempFile("told", ".log");
        var arguments = Stream.concat(
                Stream.of("--backmatter.data=" + folder, "--server.port=0", "--logging.level.app.backmatter=error"),
                Stream.of(settings));
        var process = ApplicationProcess.start(main, told.toFile(), arguments.toArray(String[]::new));
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        List<String> lines = Files.readAllLines(told);
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
