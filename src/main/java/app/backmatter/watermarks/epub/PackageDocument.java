package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.Watermark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The file that lists what a book is made of, in which order (EPUB 3.3, section 5; OPF 2.0.1). */
final class PackageDocument {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String NAME = "backmatter-copy";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    private final String path;
    private final XmlText xml;

    private PackageDocument(String path, XmlText xml) {
        this.path = path;
        this.xml = xml;
    }

    static PackageDocument of(EpubArchive archive) throws NotStampable, IOException {
        var root = XmlText.of(archive.read(CONTAINER)).first("rootfile").attribute("full-path");
        return new PackageDocument(root, XmlText.of(archive.read(root)));
    }

    String path() {
        return path;
    }

    boolean isVersion3() throws NotStampable {
        return xml.first("package").attribute("version").strip().startsWith("3");
    }

    /** A path beside this file that nothing has, also where capitals make no difference. */
    String unusedPath(Set<String> names) {
        var used = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var candidate = folder + NAME + ".xhtml";
        for (int i = 2; used.contains(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = folder + NAME + "-" + i + ".xhtml";
        }
        return candidate;
    }

    /** The tables of contents: that of version 3, that of version 2, often both. */
    List<TableOfContents> contents() throws NotStampable {
        var contents = new ArrayList<TableOfContents>();
        for (var item : xml.first("manifest").children("item")) {
            if (List.of(item.attribute("properties").split("\\s+")).contains("nav")) {
                contents.add(new TableOfContents(pathOf(item), TableOfContents.Kind.NAV));
            }
            if (item.attribute("media-type").equals("application/x-dtbncx+xml")) {
                contents.add(new TableOfContents(pathOf(item), TableOfContents.Kind.NCX));
            }
        }
        return contents;
    }

    /** This file with the page and the metadata. */
    byte[] with(String page, Watermark watermark) throws NotStampable {
        var metadata = xml.first("metadata");
        var dublinCore = metadata.children("dc-metadata").stream().findFirst().orElse(metadata);
        dublinCore.append(
                "<dc:rights xmlns:dc=\"%s\">%s</dc:rights>\n".formatted(DUBLIN_CORE, Xml.text(watermark.line())));
        if (dublinCore == metadata && !watermark.number().isEmpty()) {
            metadata.append("<%smeta name=\"backmatter:order\" content=\"%s\"/>\n"
                    .formatted(metadata.prefix(), Xml.text(watermark.number())));
        }
        var id = xml.unusedId(NAME);
        var manifest = xml.first("manifest");
        manifest.append("<%sitem id=\"%s\" href=\"%s\" media-type=\"application/xhtml+xml\"/>\n"
                .formatted(manifest.prefix(), id, page.substring(page.lastIndexOf('/') + 1)));
        var spine = xml.first("spine");
        spine.append("<%sitemref idref=\"%s\"%s/>\n".formatted(spine.prefix(), id, flowing()));
        return xml.bytes();
    }

    /** A page of text among pages of fixed size says that it is one. */
    private String flowing() throws NotStampable {
        var fixed = xml.all("meta").stream()
                .anyMatch(meta -> meta.attribute("property").equals("rendition:layout")
                        && meta.text().equals("pre-paginated"));
        return fixed && isVersion3() ? " properties=\"rendition:layout-reflowable\"" : "";
    }

    private String pathOf(XmlText.Part item) {
        return BookPath.resolve(path, item.attribute("href"));
    }
}
