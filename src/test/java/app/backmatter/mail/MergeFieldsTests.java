package app.backmatter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.pages.Markdown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeFieldsTests {
    private static final Map<String, String> ANA =
            Map.of("first_name", "Ana", "offer_link", "https://example.com/r/a_b_c/d?x=1&y=2");
    private static final Map<String, String> NOBODY = Map.of();

    @Test
    void putsNameAndLinksIn() {
        assertThat(html("Dear {first_name}, see [the book]({offer_link}).", ANA))
                .contains("Dear Ana, see <a href=\"https://example.com/r/a_b_c/d?x&#61;1&amp;y&#61;2\"")
                .contains(">the book</a>.");
    }

    @Test
    void aBareLinkIsALink() {
        assertThat(html("Here: {offer_link}", ANA)).contains("<a href=");
        assertThat(Markdown.toText(MergeFields.OF_SEQUENCES.inMarkdown("Here: {offer_link}", ANA)))
                .isEqualTo("Here: https://example.com/r/a_b_c/d?x=1&y=2");
    }

    @Test
    void aMissingNameLeavesNoGap() {
        assertThat(MergeFields.OF_SEQUENCES.inLine("Hello {first_name}, look", NOBODY))
                .isEqualTo("Hello, look");
        assertThat(MergeFields.OF_SEQUENCES.inLine("{first_name}, your map is here", NOBODY))
                .isEqualTo("Your map is here");
        assertThat(MergeFields.OF_SEQUENCES.inLine("{first_name}, your map is here", ANA))
                .isEqualTo("Ana, your map is here");
    }

    @Test
    void aFallbackStandsWhereNoNameIs() {
        assertThat(MergeFields.OF_SEQUENCES.inLine("Dear {first_name|friend of *books*}, look", NOBODY))
                .isEqualTo("Dear friend of *books*, look");
        assertThat(MergeFields.OF_SEQUENCES.inLine("{first_name|friend}, look", ANA))
                .isEqualTo("Ana, look");
        assertThat(html("Dear {first_name|friend of *books*},", NOBODY)).contains("Dear friend of *books*,");
        assertThat(MergeFields.OF_SEQUENCES.inLine("Dear {first_name|}, look", NOBODY))
                .isEqualTo("Dear, look");
    }

    @Test
    void aNameStandsForItself() {
        var trick = Map.of(
                "first_name", "[x](https://evil.example) {offer_link} <b>*&amp;", "offer_link", "https://o.example");
        var html = html("Dear {first_name}!", trick);
        assertThat(html).doesNotContain("<a ").doesNotContain("<b>").doesNotContain("<em>");
        assertThat(html).contains("{offer_link}");
    }

    @Test
    void namesWhatIsUnknown() {
        assertThat(MergeFields.OF_SEQUENCES.unknownIn("Dear {first_name} {gift_link} {offer_link} {library_link}"))
                .isEmpty();
        assertThat(MergeFields.OF_SEQUENCES.unknownIn("Dear {firstname}")).isEqualTo("firstname");
        assertThat(MergeFields.OF_SEQUENCES.unknownIn("Dear { first_name }")).isEqualTo("first_name");
        assertThat(MergeFields.OF_SEQUENCES.unknownIn("Dear {first_name|friend}"))
                .isEmpty();
        assertThat(MergeFields.OF_SEQUENCES.unknownIn("Dear {last_name|friend}"))
                .isEqualTo("last_name");
        assertThat(MergeFields.OF_SEQUENCES.unknownIn("Here: {offer_link|none}"))
                .isEqualTo("offer_link");
        assertThat(MergeFields.OF_BROADCASTS.unknownIn("Here: {first_name} {offer_link}"))
                .isEqualTo("offer_link");
    }

    private static String html(String markdown, Map<String, String> values) {
        return Markdown.toHtml(MergeFields.OF_SEQUENCES.inMarkdown(markdown, values));
    }
}
