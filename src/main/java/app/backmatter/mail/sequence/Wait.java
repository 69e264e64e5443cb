package app.backmatter.mail.sequence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Until when readers rest. Days and times of day are those of a calendar, so that nine o'clock stays nine o'clock when the
 * clocks are changed; only hours are counted as they pass.
 */
public sealed interface Wait extends Step {
    int MOST_DAYS = 365;
    int MOST_HOURS = 999;

    /** @param from when the reader came to it; the end may lie before that */
    Instant until(Instant from, ZoneId zone);

    enum Unit {
        HOURS,
        DAYS
    }

    /** @param at on the last of the days; absent for the time of day at which it began, and for hours */
    record Lasting(int amount, Unit unit, @Nullable LocalTime at) implements Wait {
        @Override
        public Instant until(Instant from, ZoneId zone) {
            if (unit == Unit.HOURS) {
                return from.plus(Duration.ofHours(amount));
            }
            var end = from.atZone(zone).plusDays(amount);
            return (at == null ? end : end.toLocalDate().atTime(at).atZone(zone)).toInstant();
        }
    }

    /** The first moment from then on that is one of the days, at that time. */
    record Weekday(Set<DayOfWeek> days, LocalTime at) implements Wait {
        public Weekday {
            days = Set.copyOf(Objects.requireNonNullElse(days, Set.of()));
        }

        @Override
        public Instant until(Instant from, ZoneId zone) {
            var today = from.atZone(zone).toLocalDate();
            return IntStream.rangeClosed(0, 7)
                    .mapToObj(today::plusDays)
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> day.atTime(at).atZone(zone).toInstant())
                    .filter(moment -> !moment.isBefore(from))
                    .findFirst()
                    .orElse(from);
        }

        /** From Monday on. */
        public Collection<DayOfWeek> inOrder() {
            return new TreeSet<>(days);
        }
    }

    /** Who comes later goes on at once. */
    record Day(LocalDate date, LocalTime at) implements Wait {
        @Override
        public Instant until(Instant from, ZoneId zone) {
            return date.atTime(at).atZone(zone).toInstant();
        }
    }
}
