package app.backmatter.watermarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.backmatter.support.WatermarkFixtures;
import app.backmatter.watermarks.epub.EpubChecked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Books of different make: the example's, and those of Debian's packages debian-policy (Sphinx, DocBook, LaTeX) and
 * debmake-doc, where they are installed or were unpacked into {@code target/books}, as CI does.
 */
class RealBooksTests {
    private static final List<Path> SHELVES = List.of(
            Path.of("target/books/usr/share/doc/debian-policy"),
            Path.of("target/books/usr/share/doc/debmake-doc"),
            Path.of("/usr/share/doc/debian-policy"),
            Path.of("/usr/share/doc/debmake-doc"));

    private static final Path EXAMPLE = Path.of("src/main/resources/example/files");

    @TempDir
    Path folder;

    @Test
    void epubcheckSaysNothingNewOfDebiansBooks() throws Exception {
        var books = debians(".epub");
        for (var book : books) {
            var copy = stamped(Stamp.EPUB, book);

            assertThat(EpubChecked.news(book, copy)).as(book.toString()).isEmpty();
        }
    }

    @Test
    void debiansPdfsKeepAllThatTheyHave() throws Exception {
        var books = debians(".pdf");
        for (var book : books) {
            keepsAllThatItHas(book);
        }
    }

    @Test
    void theExamplesPdfsKeepAllThatTheyHave() throws Exception {
        for (var book : books(List.of(EXAMPLE), ".pdf")) {
            keepsAllThatItHas(book);
        }
    }

    private void keepsAllThatItHas(Path book) throws Exception {
        try (var before = Loader.loadPDF(book.toFile());
                var after = Loader.loadPDF(stamped(Stamp.PDF, book).toFile())) {
            var read = pages(before);
            var shown = pages(after);
            assertThat(shown).as(book.toString()).hasSameSizeAs(read);
            for (int i = 0; i < shown.size(); i++) {
                assertThat(shown.get(i))
                        .contains(read.get(i).lines().toList())
                        .contains("This copy belongs to Rita Reader, order 12");
            }
            assertThat(links(after)).isEqualTo(links(before));
            assertThat(after.getDocumentInformation().getTitle())
                    .isEqualTo(before.getDocumentInformation().getTitle());
            assertThat(after.getDocumentCatalog().getDocumentOutline() == null)
                    .isEqualTo(before.getDocumentCatalog().getDocumentOutline() == null);
        }
    }

    private Path stamped(Stamp stamp, Path book) throws Exception {
        var copy = Files.createTempFile(folder, "copy", "");
        stamp.copy(book, WatermarkFixtures.of("Rita Reader"), copy);
        return copy;
    }

    private static List<Path> debians(String ending) throws IOException {
        var books = books(SHELVES, ending);
        assumeTrue(!books.isEmpty(), "Debian's books are not at hand: apt-get download debian-policy debmake-doc");
        return books;
    }

    private static List<Path> books(List<Path> shelves, String ending) throws IOException {
        var books = Stream.<Path>builder();
        for (var shelf : shelves) {
            if (Files.isDirectory(shelf)) {
                try (var files = Files.list(shelf)) {
                    files.filter(file -> file.toString().endsWith(ending))
                            .sorted()
                            .forEach(books);
                }
            }
        }
        return books.build().toList();
    }

    private static List<String> pages(PDDocument document) throws IOException {
        var pages = Stream.<String>builder();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document));
        }
        return pages.build().toList();
    }

    private static int links(PDDocument document) throws IOException {
        int links = 0;
        for (var page : document.getPages()) {
            links += page.getAnnotations().size();
        }
        return links;
    }
}
