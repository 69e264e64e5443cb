package app.backmatter.orders;

/**
 * One line below the things of a bill, in words.
 *
 * @param label such as {@code Code LAUNCH} or {@code VAT 19%}
 * @param amount as the locale writes it, with a minus for what is taken off
 */
public record Sum(Kind kind, String label, String amount) {
    /** Where it stands. */
    public enum Kind {
        /** Between the things and the total. */
        BEFORE,
        TOTAL,
        /** Part of the total, told below it. */
        WITHIN
    }
}
