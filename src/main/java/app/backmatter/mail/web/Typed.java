package app.backmatter.mail.web;

import org.jspecify.annotations.Nullable;

/** What a person typed, without what no keyboard types. */
final class Typed {
    private Typed() {}

    static String line(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Keeps line breaks and tabs. */
    static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }
}
