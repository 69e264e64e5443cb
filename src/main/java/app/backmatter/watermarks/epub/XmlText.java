package app.backmatter.watermarks.epub;

import app.backmatter.watermarks.NotStampable;
import app.backmatter.watermarks.NotStampable.Reason;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** An XML file that text is put into at some places; all else of it stays as it was written, byte for byte. */
final class XmlText {
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final String text;
    private final Charset charset;
    private final Element root;
    private final Map<Integer, String> additions = new TreeMap<>();

    private XmlText(String text, Charset charset) {
        this.text = text;
        this.charset = charset;
        this.root = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
    }

    static XmlText of(byte[] bytes) throws NotStampable {
        var charset = charset(bytes);
        return new XmlText(new String(bytes, charset), charset);
    }

    /** Those of this name, whatever their prefix, in their order. */
    List<Part> all(String name) {
        return all(root, name);
    }

    /** The values of an attribute, wherever it stands. */
    List<String> attributes(String name) {
        return root.stream()
                .filter(element -> element.hasAttr(name))
                .map(element -> element.attr(name).strip())
                .toList();
    }

    /** An id that nothing in it has. */
    String unusedId(String wanted) {
        var used = attributes("id");
        var candidate = wanted;
        for (int i = 2; used.contains(candidate); i++) {
            candidate = wanted + "-" + i;
        }
        return candidate;
    }

    /** @throws NotStampable when there is none */
    Part first(String name) throws NotStampable {
        return all(name).stream().findFirst().orElseThrow(() -> new NotStampable(Reason.BROKEN));
    }

    /** With what was added. */
    byte[] bytes() {
        var whole = new StringBuilder();
        int at = 0;
        for (var addition : additions.entrySet()) {
            whole.append(text, at, addition.getKey()).append(addition.getValue());
            at = addition.getKey();
        }
        return whole.append(text, at, text.length()).toString().getBytes(charset);
    }

    /** One element of it. */
    final class Part {
        private final Element element;

        private Part(Element element) {
            this.element = element;
        }

        /** Empty when it isn't there. */
        String attribute(String name) {
            return element.attr(name);
        }

        /** The value of an attribute of this name, whatever its prefix; empty when it isn't there. */
        String prefixed(String name) {
            return element.attributes().asList().stream()
                    .filter(attribute -> attribute.getKey().endsWith(":" + name))
                    .map(org.jsoup.nodes.Attribute::getValue)
                    .findFirst()
                    .orElse("");
        }

        /** What stands before the names of its own kind: {@code opf:}, or nothing. */
        String prefix() {
            return element.tagName().substring(0, element.tagName().indexOf(':') + 1);
        }

        String text() {
            return element.wholeText().strip();
        }

        List<Part> all(String name) {
            return XmlText.this.all(element, name);
        }

        List<Part> children(String name) {
            return element.children().stream()
                    .filter(child -> isNamed(child, name))
                    .map(Part::new)
                    .toList();
        }

        /** Whether anything can be put into it: it has an end tag of its own. */
        boolean isOpen() {
            return element.endSourceRange().isTracked()
                    && element.endSourceRange().startPos()
                            > element.sourceRange().startPos();
        }

        /**
         * Adds markup as the last in it.
         *
         * @throws NotStampable when it has no end tag
         */
        void append(String markup) throws NotStampable {
            if (!isOpen()) {
                throw new NotStampable(Reason.BROKEN);
            }
            additions.merge(element.endSourceRange().startPos(), markup, String::concat);
        }
    }

    private List<Part> all(Element within, String name) {
        return within.stream()
                .filter(element -> isNamed(element, name))
                .map(Part::new)
                .toList();
    }

    private static boolean isNamed(Element element, String name) {
        var tag = element.tagName();
        return tag.substring(tag.indexOf(':') + 1).equals(name);
    }

    private static Charset charset(byte[] bytes) throws NotStampable {
        if (startsWith(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        var declared = ENCODING.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", ""));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new NotStampable(Reason.BROKEN, e);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
