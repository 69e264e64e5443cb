package app.backmatter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sentence after a greeting is an English one, in the letters of the bundles and of the example. */
class GreetingTests {
    private static final Pattern BEGINNING = Pattern.compile("Hello[^,\\n]*,(?:\\\\n\\\\n|\\n\\n)(\\p{L}+)");

    @ParameterizedTest
    @ValueSource(strings = {"classpath*:messages/*.properties", "classpath*:example/letters/**/*.md"})
    void isFollowedByACapital(String letters) throws IOException {
        var text = new StringBuilder();
        for (var file : new PathMatchingResourcePatternResolver().getResources(letters)) {
            text.append(file.getContentAsString(UTF_8)).append('\n');
        }

        var first = BEGINNING
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(first).hasSizeGreaterThan(3).allMatch(word -> Character.isUpperCase(word.charAt(0)));
    }
}
