package app.backmatter.watermarks;

import java.text.Normalizer;

/** Makes any text one that stands in a line: composed characters, no controls, nothing that turns the writing around. */
final class OneLine {
    /** Controls, halves of characters, private and unassigned ones, and the marks that override the direction. */
    private static final String UNWANTED =
            "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]";

    private OneLine() {}

    /** @param longest in characters; what is longer is cut, and ends in an ellipsis */
    static String of(String text, int longest) {
        var line = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll(UNWANTED, " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip() + "…";
    }
}
