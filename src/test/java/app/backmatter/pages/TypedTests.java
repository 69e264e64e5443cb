package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTests {
    @Test
    void leavesOutWhatNobodyTypes() {
        assertThat(Typed.line(" The\u0000 Quiet\nHarbour\u0007 ")).isEqualTo("The Quiet Harbour");
        assertThat(Typed.line("one\u2028two\u0085three")).isEqualTo("one two three");
        assertThat(Typed.text("One\u0000\r\n\tTwo ")).isEqualTo("One\n\tTwo");
    }

    @Test
    void isEmptyWhereNothingWasSent() {
        assertThat(Typed.line(null)).isEmpty();
        assertThat(Typed.text(null)).isEmpty();
    }

    @Test
    void takesNoIdFromAnythingElse() {
        assertThat(Typed.id("")).isNull();
        assertThat(Typed.id("' or 1=1")).isNull();
    }
}
