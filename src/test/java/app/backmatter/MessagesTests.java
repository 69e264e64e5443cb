package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each text that a page or an error names is in a bundle, and each bundle holds its module's texts and no others. */
class MessagesTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Set<String> MODULES = modules();
    private static final Properties MESSAGES = load();
    private static final String TEMPLATES = SourceText.of("src/main/resources/templates", ".html")
            + SourceText.of("src/main/resources/templates", ".mjml");
    private static final String JAVA = SourceText.of("src/main/java", ".java");

    /** {@code #{books.title}} and, as an argument of a fragment, {@code 'books.title'}. */
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("(?:#\\{|')((?:" + String.join("|", MODULES) + ")\\.[A-Za-z0-9._-]*[A-Za-z0-9])(?=[}'(])");

    /** The keys that Java hands to forms, constraints and {@code Words}. */
    private static final Pattern IN_JAVA = Pattern.compile(
            "(?:reject\\(|rejectValue\\(\\s*\"[^\"]*\",|say\\(|getMessage\\()\\s*\"([^\"]+)\"(?!\\s*\\+)|\"\\{([a-z][A-Za-z.-]+)}\"");

    private static final Pattern TOKEN = Pattern.compile("[a-z]+(?:\\.[A-Za-z0-9_-]+)+");

    /** What is completed at run time: {@code #{|books.format.${…}|}} and {@code "books.format." + …}. */
    private static final Pattern PREFIX =
            Pattern.compile("(?:#\\{\\||[\"'])([a-z]+\\.(?:[A-Za-z0-9-]+\\.)*)(?=\\$|[\"'])");

    @Test
    void findsEachTextOfATemplate() {
        assertThat(IN_TEMPLATE.matcher(TEMPLATES).results().map(hit -> hit.group(1)))
                .isNotEmpty()
                .filteredOn(key -> !MESSAGES.containsKey(key))
                .isEmpty();
    }

    @Test
    void findsEachTextOfJava() {
        assertThat(IN_JAVA.matcher(JAVA).results().map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1)))
                .isNotEmpty()
                .filteredOn(key -> !MESSAGES.containsKey(key))
                .isEmpty();
    }

    @Test
    void namesEachKeyAfterItsModule() {
        for (var module : MODULES) {
            assertThat(load(bundle(module)).stringPropertyNames())
                    .as(module)
                    .allMatch(key -> key.startsWith(module + ".")
                            || module.equals("layout") && key.startsWith("jakarta.validation."));
        }
    }

    @Test
    void keepsNoTextThatNobodyNames() {
        var named = TOKEN.matcher(TEMPLATES + JAVA)
                .results()
                .map(hit -> hit.group())
                .collect(Collectors.toSet());
        var prefixes = PREFIX.matcher(TEMPLATES + JAVA)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toSet());
        var words = new TreeSet<>(MESSAGES.stringPropertyNames());
        words.removeIf(key -> key.startsWith("jakarta.")
                || named.contains(key)
                || prefixes.stream().anyMatch(key::startsWith));
        assertThat(words).isEmpty();
    }

    private static Set<String> modules() {
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load() {
        var all = new Properties();
        MODULES.forEach(module -> all.putAll(load(bundle(module))));
        return all;
    }

    private static Properties load(Path bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path bundle(String module) {
        return RESOURCES.resolve("messages").resolve(module + ".properties");
    }
}
