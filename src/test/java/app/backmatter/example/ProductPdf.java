package app.backmatter.example;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A printable product: A5 pages, a title page where the text has one, a foot with title and page number. */
final class ProductPdf {

    private final String markdown;
    private final String style;

    ProductPdf(String markdown, String style) {
        this.markdown = markdown;
        this.style = style;
    }

    void writeTo(Path file) throws IOException {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder().withHtmlContent(document(), null).withProducer("Backmatter");
        try (var renderer = builder.buildPdfRenderer();
                var out = Files.newOutputStream(file)) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var pdf = renderer.getPdfDocument();
            forgetTheClock(pdf);
            pdf.save(out);
        }
    }

    /** The same source gives the same file, so that a rebuild leaves nothing to commit. */
    private static void forgetTheClock(PDDocument pdf) {
        var date = GregorianCalendar.from(
                ExampleFiles.PUBLISHED.atZone(TimeZone.getTimeZone("UTC").toZoneId()));
        pdf.getDocumentInformation().setCreationDate(date);
        pdf.getDocumentInformation().setModificationDate(date);
        pdf.setDocumentId(ExampleFiles.PUBLISHED.toEpochMilli());
    }

    private String document() {
        var title = Markdown.escape(Markdown.title(markdown));
        var pages = Markdown.toXhtml(markdown).split(Markdown.PAGE_BREAK);
        var hasTitlePage = !pages[0].contains("<h2>");
        return """
            <html lang="en">
            <head><title>%s</title><meta name="author" content="%s"/><style>%s</style></head>
            <body class="%s"><div id="running-title">%s</div>%s</body>
            </html>
            """.formatted(
                        title,
                        ExampleFiles.AUTHOR,
                        style,
                        hasTitlePage ? "book" : "sheet",
                        title,
                        Arrays.stream(pages)
                                .map(page -> section(page, hasTitlePage && page.equals(pages[0])))
                                .collect(Collectors.joining()));
    }

    private static String section(String html, boolean titlePage) {
        return "<section class=\"%s\">%s</section>".formatted(titlePage ? "title" : "page", html);
    }
}
