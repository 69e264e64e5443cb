package app.backmatter.audience.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as lists write them. Without a zone they are UTC. */
final class Times {
    private static final String CLOCK = "(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK + "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})[/.-](\\d{4}|\\d{2})" + CLOCK + "\\s*([AaPp][Mm])?");
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final int LONGEST = 40;

    private Times() {}

    /** Empty for what is none, for the time before there were lists, and for the future. */
    static Optional<Instant> parse(String text, Instant now) {
        var typed = text.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(typed)).filter(at -> at.isAfter(FIRST) && !at.isAfter(now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant read(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return time(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), yearFirst, 4, false)
                    .toInstant(zone(yearFirst.group(7)));
        }
        var yearLast = YEAR_LAST.matcher(text);
        return yearLast.matches() ? yearLast(yearLast).toInstant(ZoneOffset.UTC) : null;
    }

    /** Americans put the month first; who writes dots, or a thirteenth month, does not. */
    private static LocalDateTime yearLast(Matcher found) {
        int one = number(found, 1);
        int two = number(found, 3);
        int year = number(found, 4) + (found.group(4).length() == 2 ? 2000 : 0);
        boolean dayFirst = one > 12 || found.group(2).equals(".");
        var half = found.group(8);
        return half == null
                ? time(year, dayFirst ? two : one, dayFirst ? one : two, found, 5, false)
                : time(year, one, two, found, 5, half.equalsIgnoreCase("pm"))
                        .minusHours(number(found, 5) == 12 ? 12 : 0);
    }

    private static LocalDateTime time(int year, int month, int day, Matcher found, int clock, boolean afternoon) {
        return LocalDateTime.of(
                        year, month, day, number(found, clock), number(found, clock + 1), number(found, clock + 2))
                .plusHours(afternoon ? 12 : 0);
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        return zone == null || zone.length() < 4 ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }
}
