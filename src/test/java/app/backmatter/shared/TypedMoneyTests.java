package app.backmatter.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMoneyTests {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"27; 2700", "27.5; 2750", "27,50; 2750", "$ 27.00; 2700", "27 USD; 2700", "0; 0", "0.99; 99"})
    void readsWhatPeopleType(String typed, long cents) {
        assertThat(Money.parse(typed, DOLLARS)).contains(Money.of(cents, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1,204", "27.001", "free", "1e9", "9999999999", "27.", "¥", "٢٧"})
    void refusesTheRest(String typed) {
        assertThat(Money.parse(typed, DOLLARS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"27.5", "27,50"})
    void refusesDecimalsThatTheCurrencyDoesNotHave(String typed) {
        assertThat(Money.parse(typed, Currency.getInstance("JPY"))).isEmpty();
    }
}
