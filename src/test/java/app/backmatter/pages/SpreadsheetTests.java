package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1"})
    void disarmsWhatASpreadsheetWouldRun(String cell) {
        assertThat(Spreadsheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mary", "a=b", "-12.50", "12", "mary@example.org", "–"})
    void leavesTheRestAsItIs(String cell) {
        assertThat(Spreadsheet.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void quotesWhatHasCommasQuotesAndLineBreaks() {
        var out = new ByteArrayOutputStream();
        Spreadsheet.write(out, List.of("a", "b"), Stream.of(List.of("x, \"y\"", "1\n2")));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFa,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n");
    }
}
