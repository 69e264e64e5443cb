package app.backmatter.watermarks.pdf;

import java.text.Bidi;

/** A line in the order in which its characters are seen: PDFs are drawn from left to right, whatever the script. */
final class WritingDirection {
    private WritingDirection() {}

    static String leftToRight(String line) {
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) {
            return line;
        }
        var parts = new String[bidi.getRunCount()];
        var levels = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            var part = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            levels[i] = (byte) bidi.getRunLevel(i);
            parts[i] = levels[i] % 2 == 0 ? part : reversed(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
        return String.join("", parts);
    }

    /** Keeps halves of characters, and marks after their letter, in their order. */
    private static String reversed(String part) {
        var turned = new StringBuilder();
        int end = part.length();
        while (end > 0) {
            int start = part.offsetByCodePoints(end, -1);
            while (start > 0 && Character.getType(part.codePointAt(start)) == Character.NON_SPACING_MARK) {
                start = part.offsetByCodePoints(start, -1);
            }
            turned.append(part, start, end);
            end = start;
        }
        return turned.toString();
    }
}
