package app.backmatter.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The handbook as an EPUB 3: cover, title page, contents and one file for each Markdown file. */
final class HandbookEpub {

    /** Fixed; the first of January 1980 would make the JDK add an extra field, which an EPUB's mimetype may not have. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path source;
    private final List<Chapter> chapters;

    HandbookEpub(Path source) throws IOException {
        this.source = source;
        try (var files = Files.list(source.resolve("handbook"))) {
            this.chapters = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Chapter::read)
                    .toList();
        }
    }

    void writeTo(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            addMimetype(zip);
            add(zip, "META-INF/container.xml", CONTAINER);
            add(zip, "EPUB/package.opf", packageDocument());
            add(zip, "EPUB/nav.xhtml", navigation());
            add(zip, "EPUB/style.css", Files.readAllBytes(source.resolve("styles/epub.css")));
            add(zip, "EPUB/cover.png", Files.readAllBytes(source.resolve("cover.png")));
            add(zip, "EPUB/cover.xhtml", page("Cover", COVER));
            add(zip, "EPUB/title.xhtml", page(ExampleFiles.TITLE, titlePage()));
            for (var chapter : chapters) {
                add(zip, "EPUB/" + chapter.href(), page(chapter.title(), chapter.section()));
            }
        }
    }

    /** Readers recognise an EPUB by these bytes at a fixed place, so they come first and uncompressed. */
    private static void addMimetype(ZipOutputStream zip) throws IOException {
        var bytes = "application/epub+zip".getBytes(UTF_8);
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        add(zip, entry, bytes);
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        add(zip, new ZipEntry(name), bytes);
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private String packageDocument() {
        return PACKAGE.formatted(
                UUID.nameUUIDFromBytes(ExampleFiles.TITLE.getBytes(UTF_8)),
                ExampleFiles.TITLE,
                ExampleFiles.SUBTITLE,
                ExampleFiles.AUTHOR,
                ExampleFiles.PUBLISHED,
                each("    <item id=\"%1$s\" href=\"%1$s.xhtml\" media-type=\"application/xhtml+xml\"/>\n", Chapter::id),
                each("    <itemref idref=\"%s\"/>\n", Chapter::id));
    }

    private String navigation() {
        var entries = chapters.stream()
                .map(chapter ->
                        "<li><a href=\"%s\">%s</a></li>\n".formatted(chapter.href(), Markdown.escape(chapter.title())))
                .collect(joining());
        return page(
                "Contents", NAVIGATION.formatted(entries, chapters.getFirst().href()));
    }

    private String each(String line, Function<Chapter, String> value) {
        return chapters.stream()
                .map(chapter -> line.formatted(value.apply(chapter)))
                .collect(joining());
    }

    private static String titlePage() {
        return """
            <section epub:type="titlepage" class="title-page">
            <h1>%s</h1>
            <p class="subtitle">%s</p>
            <p>%s</p>
            </section>
            """.formatted(ExampleFiles.TITLE, ExampleFiles.SUBTITLE, ExampleFiles.AUTHOR);
    }

    private static String page(String title, String body) {
        return PAGE.formatted(Markdown.escape(title), body);
    }

    /** A file whose name begins with a number is a chapter with that number; the others stand in the back matter. */
    private record Chapter(String id, String title, String xhtml) {

        static Chapter read(Path file) {
            try {
                var markdown = Files.readString(file);
                var name = file.getFileName().toString().replace(".md", "");
                return new Chapter("page-" + name, Markdown.title(markdown), Markdown.toXhtml(markdown));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String href() {
            return id + ".xhtml";
        }

        String section() {
            var number = id.replaceFirst("^page-0*", "").replaceFirst("\\D.*$", "");
            return number.isEmpty()
                    ? "<section epub:type=\"backmatter\">\n%s</section>\n".formatted(xhtml)
                    : "<section epub:type=\"chapter\" role=\"doc-chapter\">\n<p class=\"number\">%s</p>\n%s</section>\n"
                            .formatted(number, xhtml);
        }
    }

    private static final String CONTAINER = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>
        """;

    private static final String PACKAGE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="en">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="book-id">urn:uuid:%s</dc:identifier>
            <dc:title id="title">%s</dc:title>
            <meta refines="#title" property="title-type">main</meta>
            <dc:title id="subtitle">%s</dc:title>
            <meta refines="#subtitle" property="title-type">subtitle</meta>
            <dc:creator>%s</dc:creator>
            <dc:language>en</dc:language>
            <meta property="dcterms:modified">%s</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessMode">visual</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta>
            <meta property="schema:accessibilityFeature">readingOrder</meta>
            <meta property="schema:accessibilityFeature">alternativeText</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            <meta property="schema:accessibilitySummary">All content is text; the cover has a description.</meta>
          </metadata>
          <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="style" href="style.css" media-type="text/css"/>
            <item id="cover-image" href="cover.png" media-type="image/png" properties="cover-image"/>
            <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
            <item id="title-page" href="title.xhtml" media-type="application/xhtml+xml"/>
        %s  </manifest>
          <spine>
            <itemref idref="cover"/>
            <itemref idref="title-page"/>
            <itemref idref="nav"/>
        %s  </spine>
        </package>
        """;

    private static final String PAGE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
        <head>
        <title>%s</title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
        </head>
        <body>
        %s</body>
        </html>
        """;

    private static final String COVER = """
        <section epub:type="cover" class="cover">
        <img src="cover.png" alt="Cover of The Last Pages: what your back matter can do"/>
        </section>
        """;

    private static final String NAVIGATION = """
        <nav epub:type="toc" id="toc" role="doc-toc">
        <h1>Contents</h1>
        <ol>
        %s</ol>
        </nav>
        <nav epub:type="landmarks" id="landmarks" hidden="hidden">
        <h2>Landmarks</h2>
        <ol>
        <li><a epub:type="cover" href="cover.xhtml">Cover</a></li>
        <li><a epub:type="toc" href="nav.xhtml">Contents</a></li>
        <li><a epub:type="bodymatter" href="%s">Beginning</a></li>
        </ol>
        </nav>
        """;
}
