package app.backmatter.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.orders.TypedCard.Problem;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCardTests {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @ParameterizedTest
    @ValueSource(strings = {"04/29", "4/29", "04 / 2029", "0429", " 04-29 "})
    void readsAnExpiryAsPeopleTypeIt(String expiry) {
        var card = new TypedCard("4242 4242 4242 4242", expiry, "123");

        assertThat(card.problems(NOW)).isEmpty();
        assertThat(card.toCard().expiry()).isEqualTo(YearMonth.of(2029, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13/29", "00/29", "04", "04/1999", "ab/cd", "٠٤/٢٩"})
    void refusesWhatIsNoExpiry(String expiry) {
        assertThat(new TypedCard("4242424242424242", expiry, "123").problems(NOW))
                .containsExactly(Problem.EXPIRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4242 4242 4242 4241", "4242", "x242424242424242", "42424242424242424242424"})
    void refusesWhatIsNoCardNumber(String number) {
        assertThat(new TypedCard(number, "04/29", "123").problems(NOW)).containsExactly(Problem.NUMBER);
    }

    @Test
    void isGoodUntilTheEndOfItsMonth() {
        assertThat(new TypedCard("4242424242424242", "11/26", "123").problems(NOW))
                .isEmpty();
        assertThat(new TypedCard("4242424242424242", "10/26", "123").problems(NOW))
                .containsExactly(Problem.EXPIRED);
    }

    @Test
    void wantsAsManyDigitsBehindTheNumberAsTheBrandHas() {
        assertThat(new TypedCard("378282246310005", "04/29", "123").problems(NOW))
                .containsExactly(Problem.CVC);
        assertThat(new TypedCard("378282246310005", "04/29", "1234").problems(NOW))
                .isEmpty();
    }

    @Test
    void showsNoDigitWhenPrinted() {
        var typed = new TypedCard("4242424242424242", "04/29", "987");

        assertThat(typed.toString()).doesNotContain("42", "987");
        assertThat(typed.toCard().toString()).doesNotContain("424242", "987").contains("4242");
    }
}
