package app.backmatter.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PercentTests {
    @Test
    void readsWhatAPersonTypes() {
        assertThat(Percent.parse(" 19 %")).contains(new Percent(1900));
        assertThat(Percent.parse("5.5")).contains(new Percent(550));
        assertThat(Percent.parse("7,25%")).contains(new Percent(725));
        assertThat(Percent.parse("1.234")).isEmpty();
        assertThat(Percent.parse("-5")).isEmpty();
        assertThat(Percent.parse("")).isEmpty();
        assertThat(Percent.parse("1000")).isEmpty();
        assertThat(new Percent(550).typed()).isEqualTo("5.5");
        assertThat(new Percent(10_000).typed()).isEqualTo("100");
    }

    @Test
    void roundsHalfAMinorUnitUp() {
        assertThat(new Percent(1900).of(Money.of(2900, "EUR"))).isEqualTo(Money.of(551, "EUR"));
        assertThat(new Percent(5000).of(Money.of(1, "EUR"))).isEqualTo(Money.of(1, "EUR"));
        assertThat(new Percent(4999).of(Money.of(1, "EUR"))).isEqualTo(Money.of(0, "EUR"));
        assertThat(new Percent(1900).within(Money.of(11900, "EUR"))).isEqualTo(Money.of(1900, "EUR"));
        assertThat(new Percent(10_000).within(Money.of(1, "JPY"))).isEqualTo(Money.of(1, "JPY"));
    }

    @Test
    void isWrittenAsTheLocaleDoes() {
        assertThat(new Percent(550).format(Locale.US)).isEqualTo("5.5%");
        assertThat(new Percent(1900).format(Locale.GERMANY)).isEqualTo("19\u00a0%");
    }
}
