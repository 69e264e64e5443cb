package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Thymeleaf lets pass without a word, though it never means what it seems to say. */
class TemplatesTests {
    private static final Pattern TAG = Pattern.compile("<[a-z:]+\\s[^<]*?>");

    /** A fragment takes its tag's place before the tag's own condition is asked, and so always shows. */
    @ParameterizedTest
    @MethodSource("templates")
    void putsNoConditionOnATagThatAFragmentReplaces(Path template) throws IOException {
        assertThat(TAG.matcher(Files.readString(template)).results().map(tag -> tag.group()))
                .filteredOn(tag -> tag.contains("th:replace="))
                .noneMatch(tag -> tag.contains("th:if=") || tag.contains("th:unless="));
    }

    static Iterable<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
