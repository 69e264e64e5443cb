package app.backmatter.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The files that the example sells are what their Markdown sources give, whole and valid. */
class ExampleFilesTests {
    private static final Path SOURCE = Path.of("src/main/resources/example");
    private static final Path COMMITTED = SOURCE.resolve("files");
    static final Iterable<String> PRODUCTS = ExampleFiles.PRODUCTS;

    @TempDir
    static Path built;

    @BeforeAll
    static void build() throws IOException {
        new ExampleFiles(SOURCE).writeTo(built);
    }

    @Test
    void handbookIsAValidEpub() {
        var report = new StringWriter();
        var check = new EpubCheck(COMMITTED.resolve(ExampleFiles.HANDBOOK).toFile(), new PrintWriter(report, true));

        // 0 is "nothing found", 1 a warning, 2 an error.
        assertThat(check.doValidate()).as(report.toString()).isZero();
    }

    @Test
    void handbookBeginsWithItsUncompressedMimetype() throws IOException {
        try (var epub = new ZipFile(COMMITTED.resolve(ExampleFiles.HANDBOOK).toFile())) {
            var first = epub.entries().nextElement();

            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void committedHandbookIsWhatTheSourcesGive() throws IOException {
        assertThat(entries(COMMITTED.resolve(ExampleFiles.HANDBOOK)))
                .isEqualTo(entries(built.resolve(ExampleFiles.HANDBOOK)));
    }

    @ParameterizedTest
    @CsvSource({
        "back-matter-checklist, 2, 2",
        "companion-workbook, 8, 14",
        "page-templates, 6, 9",
        "reader-funnel-planner, 12, 18",
        "reader-funnel-planner-short, 5, 6"
    })
    void productHasTheExpectedNumberOfPages(String product, int fewest, int most) throws IOException {
        try (var pdf = Loader.loadPDF(COMMITTED.resolve(product + ".pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isBetween(fewest, most);
        }
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void committedProductIsWhatItsSourceGives(String product) throws IOException {
        assertThat(text(COMMITTED.resolve(product + ".pdf"))).isEqualTo(text(built.resolve(product + ".pdf")));
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void productShowsEveryCharacterOfItsSource(String product) throws IOException {
        var markdown = Files.readString(SOURCE.resolve("products/" + product + ".md"));

        // The renderer prints '#' for what its fonts lack; the sources use it for headings only.
        assertThat(markdown.lines().map(line -> line.replaceFirst("^#+ ", ""))).noneMatch(line -> line.contains("#"));
        assertThat(text(COMMITTED.resolve(product + ".pdf")))
                .contains(Markdown.title(markdown))
                .doesNotContain("#");
    }

    private static String text(Path file) throws IOException {
        try (var pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Names and contents, not the bytes of the archive: another JDK may compress differently. */
    private static Map<String, String> entries(Path epub) throws IOException {
        var contents = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(epub.toFile())) {
            for (var entry : zip.stream().toList()) {
                contents.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return contents;
    }
}
