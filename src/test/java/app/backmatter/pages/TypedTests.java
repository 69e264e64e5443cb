package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTests {
    @Test
    void leavesOutWhatNobodyTypes() {
        assertThat(Typed.line(" The\u0000 Quiet\nHarbour\u0007 ")).isEqualTo("The Quiet Harbour");
        assertThat(Typed.text("One\u0000\r\n\tTwo ")).isEqualTo("One\n\tTwo");
    }

    @Test
    void isEmptyWhereNothingWasSent() {
        assertThat(Typed.line(null)).isEmpty();
        assertThat(Typed.text(null)).isEmpty();
    }
}
