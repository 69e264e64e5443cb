package app.backmatter.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.Slots.Language;
import app.backmatter.mail.content.Slots.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTests {
    private static final Map<String, String> ANA = Map.of("first_name", "Ana & <b>Bo</b>\n\uE000link:0\uE001");
    private static final Map<String, String> NOBODY = Map.of("first_name", " ");

    @Test
    void takesATemplateApartOnce() {
        var slots = Slots.of("Dear " + Slots.open("first_name", "", "!", "friend") + ",", Language.TEXT);

        assertThat(slots.parts())
                .containsExactly(
                        new Part.Words("Dear "), new Part.Open("first_name", "", "!", "friend"), new Part.Words(","));
        assertThat(slots.fill(Map.of("first_name", "Ana"))).isEqualTo("Dear Ana!,");
        assertThat(slots.fill(NOBODY)).isEqualTo("Dear friend,");
        assertThat(slots.fill(Map.of())).isEqualTo("Dear friend,");
    }

    @Test
    void aValueStandsForItself() {
        var template = Slots.open("first_name") + Slots.open("link:0");

        assertThat(Slots.of(template, Language.HTML).fill(ANA))
                .isEqualTo("Ana &amp; &lt;b&gt;Bo&lt;/b&gt;\n\uE000link:0\uE001");
        assertThat(Slots.of(template, Language.TEXT).fill(ANA)).isEqualTo("Ana & <b>Bo</b> \uE000link:0\uE001");
    }

    @Test
    void nobodyTypesAPlace() {
        assertThat(Slots.without("\uE000unsubscribe\uE001 \uE002x")).isEqualTo("unsubscribe x");
        assertThat(MergeFields.OF_BROADCASTS.openInMarkdown("\uE000pixel\uE001"))
                .isEqualTo("pixel");
        assertThat(Slots.of("\uE000 \uE001 \uE000a\uE002b\uE001 \uE001\uE000", Language.TEXT)
                        .fill(Map.of()))
                .as("what is no place stays")
                .contains("\uE000a\uE002b\uE001");
    }
}
