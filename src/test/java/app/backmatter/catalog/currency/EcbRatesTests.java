package app.backmatter.catalog.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbRatesTests {
    private static final String XML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
        <gesmes:subject>Reference rates</gesmes:subject>
        <Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.25'/><Cube currency='JPY' rate='160.00'/></Cube>
        <Cube time="2026-11-19"><Cube currency="USD" rate="1.10"/><Cube currency="GBP" rate="0.80"/></Cube></Cube>
        </gesmes:Envelope>
        """;
    private static final String CSV = """
        Date, USD, JPY, BGN, GBP,\s
        20 November 2026, 1.25, 160.00, N/A, 0.80,\s
        """;

    @Test
    void readsTheLatestDayOfBothFiles() {
        for (var file : new String[] {
            XML, CSV, CSV.replace("20 November 2026", "2026-11-20").replace(" ", "")
        }) {
            var rates = read(file).orElseThrow();

            assertThat(rates.day()).isEqualTo(LocalDate.of(2026, 11, 20));
            assertThat(rate(rates, "EUR", "USD")).isEqualTo("1.25");
            assertThat(rate(rates, "USD", "EUR")).isEqualTo("0.8");
            assertThat(rate(rates, "JPY", "USD")).isEqualTo("0.0078125");
            assertThat(rate(rates, "BGN", "USD"))
                    .as("a currency without a rate")
                    .isEmpty();
        }
        assertThat(rate(read(XML).orElseThrow(), "GBP", "USD"))
                .as("of an earlier day")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Not found</body></html>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Cube time='&e;'><Cube currency='USD'"
                        + " rate='1'/></Cube>",
                "<Cube time='2026-99-99'><Cube currency='USD' rate='1.1'/></Cube>",
                "<Cube time='2026-11-20'></Cube>",
                "Date, USD",
                "Date, USD\nyesterday, 1.1",
                "Date, USD\n2026-11-20, 0",
                "Name,Price\nBook,27"
            })
    void refusesWhatIsNoFileOfTheBank(String text) {
        assertThat(read(text)).isEmpty();
    }

    private static Optional<EcbRates> read(String text) {
        return EcbRates.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rate(EcbRates rates, String from, String to) {
        return rates.rate(Currency.getInstance(from), Currency.getInstance(to))
                .map(rate -> rate.rate().toPlainString())
                .orElse("");
    }
}
