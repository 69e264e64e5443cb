package app.backmatter.funnels.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Text as it comes from a form: absent is empty, and what no database can hold is left out. */
final class Typed {
    private Typed() {}

    static String line(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** Keeps line breaks and tabs. */
    static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }

    /** Absent for an empty choice, and for one that is no id: it names nothing. */
    static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
