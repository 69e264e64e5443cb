package app.backmatter.reports;

import java.text.NumberFormat;
import java.util.Locale;

/** A part of a whole, kept as its two counts so that rates over periods and sources stay ratios of sums. */
public record Rate(long part, long whole) {
    /** Below this many a rate says more about chance than about the page. */
    public static final int ENOUGH = 20;

    public Rate {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("Not a part of a whole: %d of %d".formatted(part, whole));
        }
    }

    public boolean isTooFew() {
        return whole < ENOUGH;
    }

    /** In percent with one decimal: {@code 8.3 %}. */
    public String percent(Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(whole == 0 ? 0 : 100.0 * part / whole) + "\u00a0%";
    }
}
