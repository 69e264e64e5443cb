package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1"})
    void cellsThatWouldRunAsFormulasAreShownAsText(String cell) {
        assertThat(Csv.text(List.of(List.of(cell)))).contains("'" + cell);
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(Csv.text(List.of(List.of("a, \"b\"", "c")))).isEqualTo("\ufeff\"a, \"\"b\"\"\",c\r\n");
    }

    @Test
    void leavesNumbersAsTheyAre() {
        assertThat(Csv.text(List.of(List.of("27.00", "-12.50", "0.0833", ""))))
                .isEqualTo("\ufeff27.00,-12.50,0.0833,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mary", "a=b", "mary@example.org", "–"})
    void leavesWordsAsTheyAre(String cell) {
        assertThat(Csv.text(List.of(List.of(cell)))).isEqualTo("\ufeff" + cell + "\r\n");
    }

    @Test
    void endsNoTableWellThatFailsHalfWay() {
        var response = new MockHttpServletResponse();
        var rows = Stream.of("a", "b").map(cell -> {
            if (cell.equals("b")) {
                throw new IllegalStateException("The database is gone");
            }
            return List.of(cell);
        });

        assertThatThrownBy(() -> Csv.send(response, "table.csv", rows)).isInstanceOf(IllegalStateException.class);

        assertThat(response.isCommitted())
                .as("the error page can still be shown")
                .isFalse();
    }
}
