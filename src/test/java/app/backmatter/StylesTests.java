package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each class that the style sheets know is given to something on a page, and each file of styles is drawn in. */
class StylesTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String STYLES = SourceText.of("src/main/resources/static/css", ".css");
    private static final String TEMPLATES = SourceText.of("src/main/resources/templates", ".html");
    private static final String SCRIPTS = SourceText.of("src/main/resources/static/js", ".js");
    private static final String CODE = SourceText.of("src/main/java", ".java");

    private static final Pattern NO_SELECTOR = Pattern.compile("/\\*.*?\\*/|url\\([^)]*\\)", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("\\{[^{}]*}");
    private static final Pattern CLASS = Pattern.compile("\\.(-?[a-z][a-z0-9-]*)");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\sclass=\"([^\"]*)\"");
    /** Where a template works a class out, or hands one to a fragment. */
    private static final Pattern EXPRESSION =
            Pattern.compile("\\sth:(?:class|classappend|replace|insert)=\"([^\"]*)\"");

    private static final Pattern LITERAL = Pattern.compile("'([^'\n]*)'");
    private static final Pattern SCRIPT_LITERAL = Pattern.compile("[\"'`]([^\"'`\n]*)[\"'`]");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    /** What is completed at run time: {@code |theme-${…}|}, by a text or a constant of the code. */
    private static final Pattern BEGINNING = Pattern.compile("\\|([a-z][a-z-]*-)\\$\\{[^}]*}\\|");

    private static final Pattern TEXT = Pattern.compile("\"([a-z][a-z-]*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

    @Test
    void nameNoClassThatNoPageHas() {
        var selectors =
                BLOCK.matcher(NO_SELECTOR.matcher(STYLES).replaceAll("")).replaceAll("{}");
        assertThat(found(CLASS, selectors))
                .hasSizeGreaterThan(100)
                .filteredOn(isGiven().negate())
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

    private static Predicate<String> isGiven() {
        var expressions = String.join("\n", found(EXPRESSION, TEMPLATES));
        var given = Stream.of(
                        words(found(ATTRIBUTE, TEMPLATES)),
                        words(found(LITERAL, expressions)),
                        found(WORD, String.join("\n", found(SCRIPT_LITERAL, SCRIPTS))).stream())
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        var beginnings = found(BEGINNING, expressions);
        var ends = Stream.concat(
                        found(TEXT, CODE).stream(),
                        found(CONSTANT, CODE).stream()
                                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.toSet());
        return name -> given.contains(name)
                || beginnings.stream()
                        .anyMatch(beginning ->
                                name.startsWith(beginning) && ends.contains(name.substring(beginning.length())));
    }

    private static Stream<String> words(Set<String> texts) {
        return texts.stream().flatMap(text -> Arrays.stream(text.split("\\s+")));
    }

    /** The first group of each hit, or all of it where there is none. */
    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group(Math.min(1, hit.groupCount())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
