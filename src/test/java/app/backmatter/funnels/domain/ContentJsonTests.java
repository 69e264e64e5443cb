package app.backmatter.funnels.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentJsonTests {
    @Test
    void readsWhatItWrote() {
        var content = FunnelContents.published(FunnelContents.freeGift());

        assertThat(ContentJson.read(ContentJson.write(content), PublishedContent.class))
                .isEqualTo(content);
    }

    @Test
    void keepsRecordComponentsAlone() {
        assertThat(ContentJson.write(FunnelContents.freeGift()))
                .contains("\"kind\":\"opt-in\"", "\"product\":\"" + FunnelContents.WORKBOOK + '"')
                .doesNotContain("\"entry\"", "\"zero\"", "\"as\"");
    }
}
