package app.backmatter.reports.domain;

import app.backmatter.reports.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Whole days that a report looks at, in some time zone.
 *
 * @param from the first day
 * @param to the last day
 */
public record Span(LocalDate from, LocalDate to) {
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(9998, 12, 31);
    static final Span ALL = new Span(BEGINNING, END);

    /** The last days, today included. */
    public static Span last(int days, LocalDate today) {
        return new Span(today.minusDays(days - 1L), today);
    }

    public static Span all() {
        return ALL;
    }

    /** As typed, years-months-days, an empty end being open; empty when it can't be read or ends before it begins. */
    public static Optional<Span> parse(String from, String to) {
        try {
            var span = new Span(
                    from.isBlank() ? BEGINNING : LocalDate.parse(from.strip()),
                    to.isBlank() ? END : LocalDate.parse(to.strip()));
            boolean inOrder = !span.from.isBefore(BEGINNING) && !span.to.isAfter(END) && !span.to.isBefore(span.from);
            return inOrder ? Optional.of(span) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public Period in(ZoneId zone) {
        return new Period(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
