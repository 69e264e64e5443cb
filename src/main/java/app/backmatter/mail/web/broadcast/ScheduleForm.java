package app.backmatter.mail.web.broadcast;

import app.backmatter.mail.broadcast.LocalStart;
import app.backmatter.mail.domain.SendBroadcast;
import app.backmatter.pages.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/**
 * When a broadcast is to leave, by the author's clock.
 *
 * @param day as a date field has it
 * @param time as a time field has it, to the minute
 * @param clock {@code reader} for the clock that each reader lives by; anything else for the author's
 * @param late the day and time of which its author knows that it is past for some
 */
record ScheduleForm(
        @Nullable String day,
        @Nullable String time,
        @Nullable String clock,
        @Nullable String late) {
    /** Some browsers post seconds, and then take none back. */
    private static final Pattern SECONDS = Pattern.compile("(?<=\\d:\\d\\d):\\d\\d(\\.\\d+)?$");

    /** Further away is a slip of the hand. */
    private static final int MOST_YEARS = 2;

    /** Where each hour comes last. */
    private static final ZoneId LAST = ZoneOffset.ofHours(-12);

    /** As browsers post it, and as people type it. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    ScheduleForm {
        time = time == null ? null : SECONDS.matcher(time.strip()).replaceFirst("");
    }

    /** Tomorrow morning. */
    static ScheduleForm tomorrow(Instant now, ZoneId zone) {
        return new ScheduleForm(LocalDate.ofInstant(now, zone).plusDays(1).toString(), "09:00", "author", "");
    }

    void check(Instant now, ZoneId zone, Errors errors) {
        if (date().isEmpty()) {
            errors.rejectValue("day", "mail.schedule.no-day");
        }
        if (hour().isEmpty()) {
            errors.rejectValue("time", "mail.schedule.no-time");
        }
        if (!errors.hasErrors() && !moment(isByReader() ? LAST : zone).isAfter(now)) {
            errors.rejectValue("day", "mail.schedule.past");
        }
        if (!errors.hasErrors()
                && date().orElseThrow().isAfter(LocalDate.ofInstant(now, zone).plusYears(MOST_YEARS))) {
            errors.rejectValue("day", "mail.schedule.far");
        }
    }

    /** An hour that daylight saving skips is the one after it; of one that comes twice it is the first. */
    Instant moment(ZoneId zone) {
        return date().orElseThrow().atTime(hour().orElseThrow()).atZone(zone).toInstant();
    }

    /** Past for some is for their author to think over; past for all is a mistake. */
    void tellLate(SendBroadcast.LateForSome late, Errors errors, Model model) {
        if (late.isEverybody()) {
            errors.rejectValue("day", "mail.schedule.past.everywhere");
        } else {
            model.addAttribute("late", late.readers());
        }
    }

    boolean isByReader() {
        return "reader".equals(clock);
    }

    boolean mayBeLate() {
        return Typed.line(late).equals(day + "T" + time);
    }

    LocalStart hour(ZoneId zone) {
        return new LocalStart(date().orElseThrow().atTime(hour().orElseThrow()), zone);
    }

    private Optional<LocalDate> date() {
        return read(day, LocalDate::parse);
    }

    private Optional<LocalTime> hour() {
        return read(time, typed -> LocalTime.parse(typed, TIME));
    }

    private static <T> Optional<T> read(@Nullable String typed, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(Typed.line(typed)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
