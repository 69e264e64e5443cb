package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.Watermark;
import java.util.stream.Collectors;

/** The page that says whose copy it is. */
final class Colophon {
    private static final String VERSION_3 = "<!DOCTYPE html>";
    private static final String VERSION_2 =
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\">";

    private Colophon() {}

    static String page(Watermark watermark, boolean version3) {
        var paragraphs = watermark.colophon().stream()
                .map(paragraph -> "<p>" + Xml.text(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            %1$s
            <html xmlns="http://www.w3.org/1999/xhtml"%2$s xml:lang="%3$s">
            <head><title>%4$s</title></head>
            <body>
            <h1>%4$s</h1>
            <p>%5$s</p>
            %6$s
            </body>
            </html>
            """.formatted(
                        version3 ? VERSION_3 : VERSION_2,
                        version3 ? " lang=\"" + watermark.language().toLanguageTag() + "\"" : "",
                        watermark.language().toLanguageTag(),
                        Xml.text(watermark.title()),
                        Xml.text(watermark.line()),
                        paragraphs);
    }
}
