package app.backmatter.storage.content;

import app.backmatter.storage.FileRefused;
import app.backmatter.storage.FileRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An EPUB whose container leads to a package with pages in it (EPUB 3.3, section 4.2). */
final class Epub {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";
    private static final String TYPE = "application/epub+zip";
    /** Fonts may be scrambled without the book being locked. */
    private static final Set<String> FONTS =
            Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

    private static final int MOST_XML = 20 << 20;

    private Epub() {}

    static void check(Path file) throws IOException {
        try (var archive = Archive.open(file)) {
            archive.check();
            requireUnlocked(archive);
            var container = archive.find(CONTAINER).orElseThrow(Epub::broken);
            var packagePath = first(archive, container, "rootfile", "full-path");
            first(archive, archive.find(packagePath).orElseThrow(Epub::broken), "itemref", "idref");
        } catch (XMLStreamException e) {
            throw new FileRefused(Reason.EPUB_BROKEN, e);
        }
    }

    /** An archive that says in the wrong place that it is an EPUB is one that e-readers refuse. */
    static void checkThatItIsNone(Path file) throws IOException {
        try (var archive = Archive.open(file)) {
            archive.check();
            var mimetype = archive.find("mimetype");
            if (mimetype.isPresent() && says(archive, mimetype.get())) {
                throw new FileRefused(Reason.EPUB_BADLY_PACKED);
            }
        }
    }

    private static boolean says(Archive archive, ZipEntry mimetype) throws IOException {
        try (var in = archive.read(mimetype)) {
            return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1)
                    .strip()
                    .equals(TYPE);
        }
    }

    private static void requireUnlocked(Archive archive) throws IOException, XMLStreamException {
        var encryption = archive.find(ENCRYPTION);
        if (encryption.isEmpty()) {
            return;
        }
        try (var in = archive.read(small(encryption.get()))) {
            var xml = reader(in);
            while (xml.hasNext()) {
                if (starts(xml, "EncryptionMethod") && !FONTS.contains(xml.getAttributeValue(null, "Algorithm"))) {
                    throw new FileRefused(Reason.EPUB_ENCRYPTED);
                }
                xml.next();
            }
        }
    }

    /** An attribute of the first such element; reads on to the end, so that what is cut off is found. */
    private static String first(Archive archive, ZipEntry entry, String element, String attribute)
            throws IOException, XMLStreamException {
        String found = null;
        try (var in = archive.read(small(entry))) {
            var xml = reader(in);
            while (xml.hasNext()) {
                if (found == null && starts(xml, element)) {
                    found = xml.getAttributeValue(null, attribute);
                }
                xml.next();
            }
        }
        if (found == null) {
            throw broken();
        }
        return found;
    }

    private static boolean starts(XMLStreamReader xml, String element) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** What its document type declares is not fetched, and nothing of it is expanded. */
    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(in);
    }

    private static ZipEntry small(ZipEntry entry) {
        if (entry.getSize() > MOST_XML) {
            throw broken();
        }
        return entry;
    }

    private static FileRefused broken() {
        return new FileRefused(Reason.EPUB_BROKEN);
    }
}
