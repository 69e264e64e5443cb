package app.backmatter.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** EPUBs of one chapter, valid as they come, of either version, with any file in the place of another. */
public final class SmallEpub {
    private static final String CONTAINER = """
        <?xml version="1.0"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>
        """;

    private static final String PACKAGE_3 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="id">urn:uuid:6d0b7d5c-2b0f-4a3e-9f0c-1e2d3c4b5a69</dc:identifier>
        <dc:title>The Last Pages</dc:title><dc:language>en</dc:language>
        <meta property="dcterms:modified">2026-11-22T08:00:00Z</meta>
        </metadata>
        <manifest>
        <item id="nav" href="text/nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
        </manifest>
        <spine>
        <itemref idref="one"/>
        </spine>
        </package>
        """;

    private static final String NAV = """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
        <head><title>Contents</title></head>
        <body><nav epub:type="toc"><ol>
        <li><a href="one.xhtml">One</a></li>
        </ol></nav></body>
        </html>
        """;

    private static final String PACKAGE_2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <opf:package xmlns:opf="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
        <opf:metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="id">urn:uuid:6d0b7d5c-2b0f-4a3e-9f0c-1e2d3c4b5a69</dc:identifier>
        <dc:title>The Last Pages</dc:title><dc:language>en</dc:language>
        </opf:metadata>
        <opf:manifest>
        <opf:item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
        <opf:item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
        </opf:manifest>
        <opf:spine toc="ncx">
        <opf:itemref idref="one"/>
        </opf:spine>
        </opf:package>
        """;

    private static final String NCX = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
        <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
        <head><meta name="dtb:uid" content="urn:uuid:6d0b7d5c-2b0f-4a3e-9f0c-1e2d3c4b5a69"/></head>
        <docTitle><text>The Last Pages</text></docTitle>
        <navMap><navPoint id="n1" playOrder="1"><navLabel><text>One</text></navLabel><content src="text/one.xhtml"/></navPoint></navMap>
        </ncx>
        """;

    private static final String ONE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><p>Once.</p></body></html>
        """;

    private static final String ONE_2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><p>Once.</p></body></html>
        """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static SmallEpub version3() {
        return new SmallEpub()
                .with("META-INF/container.xml", CONTAINER)
                .with("OEBPS/book.opf", PACKAGE_3)
                .with("OEBPS/text/nav.xhtml", NAV)
                .with("OEBPS/text/one.xhtml", ONE);
    }

    public static SmallEpub version2() {
        return new SmallEpub()
                .with("META-INF/container.xml", CONTAINER)
                .with("OEBPS/book.opf", PACKAGE_2)
                .with("OEBPS/toc.ncx", NCX)
                .with("OEBPS/text/one.xhtml", ONE_2);
    }

    public SmallEpub with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public SmallEpub with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** With some text of a file replaced. */
    public SmallEpub with(String name, String part, String instead) {
        var text = new String(files.get(name), StandardCharsets.UTF_8);
        if (!text.contains(part)) {
            throw new IllegalArgumentException(name + " has no " + part);
        }
        return with(name, text.replace(part, instead));
    }

    /** With a file written in another encoding, as it says itself. */
    public SmallEpub encoded(String name, Charset charset) {
        var text =
                new String(files.get(name), StandardCharsets.UTF_8).replace("\"UTF-8\"", "\"" + charset.name() + "\"");
        return with(name, text.getBytes(charset));
    }

    public Path write(Path file) {
        try (var out = Files.newOutputStream(file)) {
            write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            var mimetype = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
            var sum = new CRC32();
            sum.update(mimetype);
            var first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(mimetype.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(mimetype);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }
}
