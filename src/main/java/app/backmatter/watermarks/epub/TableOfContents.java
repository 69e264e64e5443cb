package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.NotStampable;
import java.util.List;
import java.util.Optional;

/** A file with a table of contents. One that is written in an unusual way stays as it is: the page is in the book all the same. */
record TableOfContents(String path, Kind kind) {
    enum Kind {
        /** EPUB 3.3, section 7: a list in a page. */
        NAV,
        /** OPF 2.0.1, section 2.4.1. */
        NCX
    }

    /** The file with an entry for the page, the last. */
    byte[] with(byte[] file, String page, String title) throws NotStampable {
        var xml = XmlText.of(file);
        var href = BookPath.relative(path, page);
        var list =
                kind == Kind.NAV ? listOfNav(xml) : xml.all("navMap").stream().findFirst();
        if (list.filter(XmlText.Part::isOpen).isPresent()) {
            list.get()
                    .append(kind == Kind.NAV ? item(list.get(), href, title) : navPoint(xml, list.get(), href, title));
        }
        return xml.bytes();
    }

    private static Optional<XmlText.Part> listOfNav(XmlText xml) {
        return xml.all("nav").stream()
                .filter(nav -> List.of(nav.prefixed("type").split("\\s+")).contains("toc"))
                .flatMap(nav -> nav.children("ol").stream())
                .findFirst();
    }

    private static String item(XmlText.Part list, String href, String title) {
        return "<%1$sli><%1$sa href=\"%2$s\">%3$s</%1$sa></%1$sli>\n".formatted(list.prefix(), href, Xml.text(title));
    }

    private static String navPoint(XmlText xml, XmlText.Part map, String href, String title) {
        return """
            <%1$snavPoint id="%2$s"%3$s><%1$snavLabel><%1$stext>%4$s</%1$stext></%1$snavLabel><%1$scontent src="%5$s"/></%1$snavPoint>
            """.formatted(map.prefix(), xml.unusedId("backmatter-copy"), playOrder(xml), Xml.text(title), href);
    }

    /** After all others, where there is an order. */
    private static String playOrder(XmlText xml) {
        return xml.attributes("playOrder").stream()
                .filter(order -> order.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .max(Integer::compare)
                .map(last -> " playOrder=\"%d\"".formatted(last + 1))
                .orElse("");
    }
}
