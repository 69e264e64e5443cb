package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.shared.Money;
import java.util.Currency;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.MapBindingResult;

class PriceTextTests {
    private final MapBindingResult errors = new MapBindingResult(new HashMap<>(), "form");

    @ParameterizedTest
    @CsvSource({"27,2700", "9.50,950", "'9,5',950", "$ 19,1900", "USD 1,100"})
    void readsPricesAsTheyAreTyped(String typed, long cents) {
        assertThat(PriceText.read(typed, Currency.getInstance("USD"), "price", errors))
                .isEqualTo(Money.of(cents, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheap", "-1", "0", "1e9", "9.999", "1000001", "1.2.3"})
    void refusesWhatIsNoPrice(String typed) {
        assertThat(PriceText.read(typed, Currency.getInstance("USD"), "price", errors))
                .isNull();
        assertThat(errors.hasFieldErrors("price")).isTrue();
    }
}
