package app.backmatter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedRangeTests {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=0-0, 0, 0",
        "bytes=8-, 8, 99",
        "bytes=8-19, 8, 19",
        "bytes=8-100, 8, 99",
        "bytes=99-99, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-1000, 0, 99",
        "bytes = 8 - 19, 8, 19",
        "bytes=8-99999999999999999999999999, 8, 99"
    })
    void findsThePart(String header, long first, long last) {
        assertThat(AskedRange.of(header, 100)).isEqualTo(new AskedRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999999-"})
    void isBeyondTheFile(String header) {
        assertThat(AskedRange.of(header, 100)).isEqualTo(new AskedRange.Beyond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=9-8",
                "bytes=a-b",
                "lines=1-2",
                "bytes=0-1,3-4",
                "bytes=٣-"
            })
    void whatServersMayPassOverAsksForAll(String header) {
        assertThat(AskedRange.of(header, 100)).isEqualTo(new AskedRange.Whole());
        assertThat(AskedRange.of(null, 100)).isEqualTo(new AskedRange.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-5", "bytes=0-0"})
    void nothingHasNoParts(String header) {
        assertThat(AskedRange.of(header, 0)).isEqualTo(new AskedRange.Beyond());
    }
}
