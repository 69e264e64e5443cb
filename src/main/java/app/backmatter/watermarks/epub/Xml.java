package app.backmatter.watermarks.epub;

/** Text as XML writes it, in any encoding: what could be markup, and all beyond ASCII, by its number. */
final class Xml {
    private Xml() {}

    static String text(String text) {
        var written = new StringBuilder();
        text.codePoints().filter(Xml::isAllowed).forEach(character -> {
            if (character < 0x7f && "<>&\"'".indexOf(character) < 0) {
                written.appendCodePoint(character);
            } else {
                written.append("&#").append(character).append(';');
            }
        });
        return written.toString();
    }

    /** XML 1.0, section 2.2, without controls. */
    private static boolean isAllowed(int character) {
        return character >= 0x20 && character < 0x7f
                || character >= 0xa0 && character < 0xd800
                || character >= 0xe000 && (character & 0xfffe) != 0xfffe && character <= 0x10ffff;
    }
}
