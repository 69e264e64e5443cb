package app.backmatter.pages;

import app.backmatter.shared.Money;
import app.backmatter.shared.Percent;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Numbers, money and dates as the workspace writes them, for templates: {@code ${@format.money(price)}}. Words are the
 * page's, in English.
 */
@Component("format")
public class Format {
    private final Conventions conventions;
    private final Clock clock;
    private final Words words;

    Format(Conventions conventions, Clock clock, Words words) {
        this.conventions = conventions;
        this.clock = clock;
        this.words = words;
    }

    /** $27, $9.50, 1.204,50 € */
    public String money(Money amount) {
        return amount.format(conventions.locale());
    }

    /** 19% for 1900, 5.5% for 550 */
    public String percent(int basisPoints) {
        return new Percent(basisPoints).format(conventions.locale());
    }

    /** 1,204 */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(conventions.locale()).format(number);
    }

    /** Nov 21, 2026 in the workspace's time zone. */
    public String date(Instant instant) {
        return date(day(instant));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(conventions.locale())
                .format(date);
    }

    /** Nov 21, 2026, 8:15 PM in the workspace's time zone. */
    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(conventions.locale())
                .format(instant.atZone(conventions.timeZone()));
    }

    /** The clock that people there go by: New York time, GMT-05:00. */
    public String clock(ZoneId zone) {
        var place = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return zone.getId().matches("(?!Etc/|SystemV/)[A-Za-z]+/.*")
                ? words.say("layout.clock", place)
                : zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Just now, 5 minutes ago, yesterday, 3 days ago; the date from a week on and for the future. */
    public String ago(Instant instant) {
        var passed = Duration.between(instant, clock.instant());
        if (passed.isNegative()) {
            return date(instant);
        }
        if (passed.toHours() >= 12) {
            return daysAgo(day(instant), day(clock.instant()));
        }
        if (passed.toHours() > 0) {
            return words.say("layout.ago.hours", passed.toHours());
        }
        return passed.toMinutes() > 0
                ? words.say("layout.ago.minutes", passed.toMinutes())
                : words.say("layout.ago.now");
    }

    private String daysAgo(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        return days < 7 ? words.say("layout.ago.days", days) : date(day);
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, conventions.timeZone());
    }
}
