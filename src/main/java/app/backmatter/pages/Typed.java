package app.backmatter.pages;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as it comes from a form: absent is empty, and what nobody types and no database can hold is left out. */
public final class Typed {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private Typed() {}

    /** On one line, without blanks around it or two in a row. */
    public static String line(@Nullable String text) {
        return text == null
                ? ""
                : CONTROLS.matcher(BLANKS.matcher(text).replaceAll(" "))
                        .replaceAll("")
                        .strip();
    }

    /** Keeps line breaks and tabs. */
    public static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }

    /** Absent for an empty choice, and for one that is no id: it names nothing. */
    public static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
