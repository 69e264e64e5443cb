package app.backmatter.funnels.reminder;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When no reminder leaves.
 *
 * @param from an hour of the day, 0 to 23
 * @param until the hour from which on they leave again, on the next day where it is not after {@code from}; the same hour for
 *     no quiet at all
 */
public record QuietHours(int from, int until) {
    static final QuietHours USUAL = new QuietHours(22, 8);

    public QuietHours {
        if (from < 0 || from > 23 || until < 0 || until > 23) {
            throw new IllegalArgumentException("No hours of a day: " + from + " to " + until);
        }
    }

    /** The moment itself, or the end of the quiet hours that it lies in, whatever the clocks do in that night. */
    Instant over(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        if (!isQuiet(local.getHour())) {
            return moment;
        }
        boolean endsTomorrow = local.getHour() >= until;
        var day = endsTomorrow ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atTime(until, 0).atZone(zone).toInstant();
    }

    private boolean isQuiet(int hour) {
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }
}
