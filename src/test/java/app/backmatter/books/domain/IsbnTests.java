package app.backmatter.books.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9780306406157",
                "978-0-306-40615-7",
                "978-0306406157",
                " 978 0 306 40615 7 ",
                "978‑0‑306‑40615‑7",
                "0-306-40615-2"
            })
    void isReadAsPeopleWriteIt(String typed) {
        assertThat(Isbn.parse(typed)).contains(new Isbn("9780306406157"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "978030640615", "9780306406158", "9770306406157", "97803064061570", "978030640615X", "ISBN"})
    void isRefusedWhenADigitIsWrong(String typed) {
        assertThat(Isbn.parse(typed)).isEmpty();
    }

    @Test
    void keepsAnAsinInCapitals() {
        assertThat(Asin.parse(" b00example ")).contains(new Asin("B00EXAMPLE"));
        assertThat(Asin.parse("B00EXAMPL")).isEmpty();
        assertThat(Asin.parse("B00-XAMPLE")).isEmpty();
    }
}
