package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.SourceText;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Thymeleaf lets pass without a word, though it never means what it seems to say. */
class TemplatesTests {
    private static final String TEMPLATES = SourceText.of("src/main/resources/templates", ".html");
    private static final Pattern TAG = Pattern.compile("<[a-z:]+\\s[^<]*?>");

    /** A fragment takes its tag's place before the tag's own condition is asked, and so always shows. */
    @Test
    void putNoConditionOnATagThatAFragmentReplaces() {
        assertThat(TAG.matcher(TEMPLATES).results().map(MatchResult::group))
                .filteredOn(tag -> tag.contains("th:replace="))
                .hasSizeGreaterThan(100)
                .noneMatch(tag -> tag.contains("th:if=") || tag.contains("th:unless="));
    }

    /** Git's marks of two changes that met would be read by authors as if they were text. */
    @Test
    void holdNoMarksOfAMerge() {
        assertThat(TEMPLATES).doesNotContain("<<<<<<<", ">>>>>>>");
    }
}
