package app.backmatter.storage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource({
        "workbook.pdf, workbook.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\Ann\\My Book.epub, My Book.epub",
        "..\\..\\evil.exe, evil.exe",
        ".., file",
        "'', file",
        "Größe & Maß.pdf, Größe & Maß.pdf",
        "a\"b<c>.pdf, a_b_c_.pdf",
    })
    void keepsTheLastPartOfAnyPath(String uploaded, String clean) {
        assertThat(FileName.clean(uploaded)).isEqualTo(clean);
    }

    @Test
    void letsNoLineBreakNorHiddenCharacterThrough() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x=1\u0000.pdf")).isEqualTo("a Set-Cookie_ x=1 .pdf");
        assertThat(FileName.clean("cod\u202efdp.exe")).isEqualTo("cod fdp.exe");
    }

    @Test
    void cutsALongNameButKeepsItsEnding() {
        assertThat(FileName.clean("x".repeat(500) + ".epub")).hasSize(150).endsWith("x.epub");
        assertThat(FileName.clean("😀".repeat(200))).hasSize(150).doesNotContain("?");
    }
}
