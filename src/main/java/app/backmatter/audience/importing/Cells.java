package app.backmatter.audience.importing;

import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What people, and the tools that they used, write into cells. */
final class Cells {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TAG = 60;
    private static final int MOST_TAGS = 50;
    /** Longer than any address with a name before it. */
    private static final int LONGEST_ADDRESS = 500;

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00a0\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern NAMED = Pattern.compile(".*<([^<>]+)>\\s*");
    private static final Set<String> NO = Set.of("", "0", "no", "n", "false", "-", "null", "none", "nein", "never");
    private static final Set<String> YES =
            Set.of("1", "yes", "y", "true", "x", "opted in", "opted-in", "subscribed", "confirmed", "ja");

    private Cells() {}

    static Optional<EmailAddress> email(String cell) {
        if (cell.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        var text = plain(cell);
        if (text.endsWith(">")) {
            var named = NAMED.matcher(text);
            text = named.matches() ? named.group(1) : text;
        }
        text = text.startsWith("mailto:") ? text.substring(7) : text;
        return text.indexOf('\ufffd') >= 0 ? Optional.empty() : EmailAddress.parse(text);
    }

    static String firstName(String cell) {
        var name = Typed.line(cut(cell, 4 * LONGEST_NAME)).replace("\ufffd", "");
        return cut(plain(name), LONGEST_NAME).strip();
    }

    /** <em>Ana Maria Reyes</em> and <em>Reyes, Ana Maria</em> are Ana; an initial stays with what follows. */
    static String firstOfFull(String cell) {
        var name = firstName(cell);
        int comma = name.indexOf(',');
        var given = comma >= 0 && comma < name.length() - 1
                ? name.substring(comma + 1).strip()
                : name;
        var words = given.split(" ");
        return words.length > 1 && words[0].matches("\\p{L}\\.?") ? words[0] + " " + words[1] : words[0];
    }

    /** Between commas, semicolons or bars that no quotation mark protects. */
    static Set<String> tags(String cell) {
        var tags = new LinkedHashSet<String>();
        var tag = new StringBuilder();
        boolean quoted = false;
        var text = cut(cell, MOST_TAGS * LONGEST_TAG * 2);
        for (int at = 0; at <= text.length(); at++) {
            char each = at < text.length() ? text.charAt(at) : ',';
            boolean ends = at == text.length() || !quoted && (each == ',' || each == ';' || each == '|');
            if (ends) {
                add(tags, tag.toString());
                tag.setLength(0);
            } else if (each == '"') {
                quoted = !quoted;
            } else {
                tag.append(each);
            }
        }
        return tags;
    }

    /** Two letters, or the name in English; empty for what is neither. */
    static String country(String cell) {
        return cell.isBlank() || cell.length() > LONGEST_NAME ? "" : CountryCodes.of(plain(cell));
    }

    static boolean saysNo(String cell) {
        return NO.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    static boolean saysYes(String cell) {
        return YES.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** What a spreadsheet was kept from running as a formula stands behind an apostrophe. */
    private static String plain(String cell) {
        var text =
                isPlain(cell) ? cell : INVISIBLE.matcher(cell).replaceAll(" ").strip();
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** Nearly every cell is. */
    private static boolean isPlain(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            char each = cell.charAt(at);
            if (each <= ' ' || each >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static void add(Set<String> tags, String typed) {
        var tag = cut(plain(Typed.line(typed)), LONGEST_TAG).strip();
        if (!tag.isEmpty() && tags.size() < MOST_TAGS) {
            tags.add(tag);
        }
    }

    /** Never in the middle of a letter. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
