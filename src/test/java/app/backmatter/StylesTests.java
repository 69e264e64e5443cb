package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each class that the style sheets know is named by a page, and each file of styles is drawn in. */
class StylesTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String STYLES = SourceText.of("src/main/resources/static/css", ".css");
    private static final String PAGES = SourceText.of("src/main/resources/templates", ".html")
            + SourceText.of("src/main/resources/static/js", ".js")
            + SourceText.of("src/main/java", ".java");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\.(-?[a-z][a-z0-9-]*)");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    /** What is completed at run time: {@code |theme-${…}|} and {@code 'badge-' + …}. */
    private static final Pattern PREFIX = Pattern.compile("([a-z][a-z0-9-]*-)(?=\\$|['\"] *\\+)");

    @Test
    void nameNoClassThatNoPageHas() {
        var words = found(WORD, PAGES, 0);
        var prefixes = found(PREFIX, PAGES, 1);
        var selectors = COMMENT.matcher(STYLES).replaceAll("").replaceAll("\\{[^{}]*}", "{}");
        assertThat(found(CLASS, selectors, 1))
                .hasSizeGreaterThan(100)
                .filteredOn(name -> !words.contains(name) && prefixes.stream().noneMatch(name::startsWith))
                .isEmpty();
    }

    @Test
    void areAllDrawnIn() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("static/css/components"))) {
            assertThat(files.map(file -> "components/" + file.getFileName()))
                    .isNotEmpty()
                    .allMatch(STYLES::contains);
        }
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
