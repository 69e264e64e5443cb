package app.backmatter.pages;

import org.jspecify.annotations.Nullable;

/** Text as it comes from a form: absent is empty, and what nobody types and no database can hold is left out. */
public final class Typed {
    private Typed() {}

    /** On one line, without blanks around it. */
    public static String line(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("\\s", " ").replaceAll("\\p{Cntrl}", "").strip();
    }

    /** Keeps line breaks and tabs. */
    public static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }
}
