package app.backmatter.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ExchangeRateTests {
    @Test
    void roundsHalfAMinorUnitUp() {
        assertThat(rate("EUR", "USD", "1.085").of(Money.of(1700, "EUR"))).isEqualTo(Money.of(1845, "USD"));
        assertThat(rate("EUR", "USD", "1.5").of(Money.of(1, "EUR"))).isEqualTo(Money.of(2, "USD"));
        assertThat(rate("EUR", "USD", "1.4999").of(Money.of(1, "EUR"))).isEqualTo(Money.of(1, "USD"));
    }

    @Test
    void knowsCurrenciesWithoutMinorUnitsAndWithThousandths() {
        assertThat(rate("JPY", "USD", "0.0065").of(Money.of(1900, "JPY"))).isEqualTo(Money.of(1235, "USD"));
        assertThat(rate("USD", "JPY", "153.9").of(Money.of(1235, "USD"))).isEqualTo(Money.of(1901, "JPY"));
        assertThat(rate("KWD", "USD", "3.25").of(Money.of(1_500, "KWD"))).isEqualTo(Money.of(488, "USD"));
        assertThat(rate("JPY", "KWD", "0.002").of(Money.of(1000, "JPY"))).isEqualTo(Money.of(2000, "KWD"));
    }

    @Test
    void comesBackFromMinorUnitsAsItWas() {
        for (var rate : new ExchangeRate[] {
            rate("JPY", "USD", "0.0065"),
            rate("USD", "JPY", "153.9"),
            rate("KWD", "EUR", "2.98"),
            rate("EUR", "USD", "1.10")
        }) {
            assertThat(ExchangeRate.ofMinorUnits(rate.from(), rate.to(), rate.ofMinorUnits()))
                    .isEqualTo(rate);
        }
    }

    @Test
    void refusesWhatNoRateIs() {
        assertThatThrownBy(() -> rate("EUR", "USD", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate("EUR", "USD", "-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate("EUR", "EUR", "1.1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate("EUR", "USD", "1.1").of(Money.of(1, "GBP")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ExchangeRate rate(String from, String to, String rate) {
        return new ExchangeRate(Currency.getInstance(from), Currency.getInstance(to), new BigDecimal(rate));
    }
}
