package app.backmatter.mail.domain;

/** Text that goes into a mail's header. */
public final class Line {
    private Line() {}

    /** The text without anything that a mail server could take for the end of a line. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
