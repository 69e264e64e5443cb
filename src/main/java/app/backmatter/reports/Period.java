package app.backmatter.reports;

import java.time.Instant;

/**
 * A stretch of time in which pages were seen.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Period(Instant from, Instant to) {
    public static final Period ALL = new Period(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
}
