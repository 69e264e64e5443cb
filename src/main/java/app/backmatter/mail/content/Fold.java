package app.backmatter.mail.content;

import java.util.regex.Pattern;

/** Mail servers take lines of 998 bytes at most (RFC 5322, 2.1.1), whatever a transfer encoding makes of them. */
final class Fold {
    /** Leaves room for what is filled in. */
    private static final int BYTES = 600;

    private static final int BYTES_OF_A_VALUE = 90;
    private static final Pattern BLANKS_AROUND = Pattern.compile("(?m)^[ \\t]+|[ \\t]+$");

    private Fold() {}

    /** Lines that are too long end at a blank. A line that has none in so many bytes stays. */
    static String lines(String text) {
        var folded = new StringBuilder(text);
        int bytes = 0;
        int blank = -1;
        for (int at = 0; at < folded.length(); at++) {
            char letter = folded.charAt(at);
            if (letter == '\n') {
                bytes = 0;
                blank = -1;
                continue;
            }
            if (letter == ' ') {
                blank = at;
            }
            bytes += letter == '\uE000' ? BYTES_OF_A_VALUE : letter < 0x80 ? 1 : 3;
            if (bytes > BYTES && blank >= 0) {
                folded.setCharAt(blank, '\n');
                at = blank;
                bytes = 0;
                blank = -1;
            }
        }
        return folded.toString();
    }

    /** HTML without the blanks that only please who reads its source. */
    static String html(String html) {
        var tight = BLANKS_AROUND
                .matcher(html)
                .replaceAll("")
                .replaceAll("\n{2,}", "\n")
                .replaceAll(" {2,}", " ")
                .replace(" >", ">");
        return lines(tight.replace("<wbr>", "<wbr\n>"));
    }

    /** Paragraphs stand one empty line apart, whatever was left out between them. */
    static String text(String text) {
        var tidy = text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n");
        return lines(tidy.strip() + "\n");
    }
}
