package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds all Java to palantir-java-format. It is a test because the formatter parses with the running JDK's compiler,
 * and only tests are sure to run on JDK 25 (decision 0003). {@code -Dformat=write} mends instead of failing.
 */
class FormattingTests {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceFileIsFormatted() throws IOException {
        var write = "write".equals(System.getProperty("format"));
        List<Path> unformatted;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            unformatted = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !isFormatted(file, write))
                    .toList();
        }
        assertThat(unformatted)
                .as("mend with ./mvnw test -Dtest=FormattingTests -Dformat=write")
                .isEmpty();
    }

    private static boolean isFormatted(Path file, boolean write) {
        try {
            var source = Files.readString(file);
            var formatted = FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR)));
            if (write && !source.equals(formatted)) {
                Files.writeString(file, formatted);
                return true;
            }
            return source.equals(formatted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
