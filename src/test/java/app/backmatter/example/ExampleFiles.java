package app.backmatter.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Builds the files that the example's products sell from their Markdown sources: the handbook as an EPUB and one PDF for
 * each product. Run it after changing a source.
 */
final class ExampleFiles {
    static final String TITLE = "The Last Pages";
    static final String SUBTITLE = "What your back matter can do";
    static final String AUTHOR = "The Backmatter Handbook team";

    /** Fixed, so that the same sources always give the same files. */
    static final Instant PUBLISHED = Instant.parse("2026-11-01T00:00:00Z");

    static final String HANDBOOK = "the-last-pages.epub";
    static final List<String> PRODUCTS = List.of(
            "back-matter-checklist",
            "companion-workbook",
            "page-templates",
            "reader-funnel-planner",
            "reader-funnel-planner-short");

    private final Path source;

    ExampleFiles(Path source) {
        this.source = source;
    }

    public static void main(String[] arguments) throws IOException {
        var source = Path.of("src/main/resources/example");
        new ExampleFiles(source).writeTo(source.resolve("files"));
    }

    void writeTo(Path target) throws IOException {
        Files.createDirectories(target);
        new HandbookEpub(source).writeTo(target.resolve(HANDBOOK));
        var style = Files.readString(source.resolve("styles/print.css"));
        for (var product : PRODUCTS) {
            var markdown = Files.readString(source.resolve("products/" + product + ".md"));
            new ProductPdf(markdown, style).writeTo(target.resolve(product + ".pdf"));
        }
    }
}
