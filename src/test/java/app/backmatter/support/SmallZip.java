package app.backmatter.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives and EPUBs made for tests, whole and broken. */
public final class SmallZip {
    private static final String CONTAINER = """
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
          <rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>
        """;

    private static final String PACKAGE = """
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
          <manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
          <spine><itemref idref="one"/></spine>
        </package>
        """;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public static SmallZip archive() {
        return new SmallZip();
    }

    /** With a container that leads to a package of one page. */
    public static SmallZip epub() {
        return new SmallZip()
                .with("mimetype", "application/epub+zip")
                .with("META-INF/container.xml", CONTAINER)
                .with("book.opf", PACKAGE)
                .with("one.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'/>");
    }

    public SmallZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public SmallZip with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public SmallZip without(String name) {
        entries.remove(name);
        return this;
    }

    /** A first entry called mimetype is stored as it is, all others are deflated. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                var first = entry.getKey().equals("mimetype") && bytes.size() == 0;
                zip.putNextEntry(first ? stored(entry.getKey(), entry.getValue()) : new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
