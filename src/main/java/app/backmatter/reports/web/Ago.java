package app.backmatter.reports.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments as people say them: relative for the last week, then the date. */
record Ago(Figures figures, ZoneId zone, Clock clock) {
    String of(Instant at) {
        var past = Duration.between(at, clock.instant());
        if (past.toMinutes() < 1) {
            return figures.text("reports.ago.now");
        }
        if (past.toHours() < 1) {
            return figures.text("reports.ago.minutes", past.toMinutes());
        }
        if (past.toHours() < 12) {
            return figures.text("reports.ago.hours", past.toHours());
        }
        return day(LocalDate.ofInstant(at, zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    private String day(LocalDate day, LocalDate today) {
        long days = day.until(today).toTotalMonths() > 0
                ? Long.MAX_VALUE
                : day.until(today).getDays();
        if (days == 0) {
            return figures.text("reports.ago.today");
        }
        if (days == 1) {
            return figures.text("reports.ago.yesterday");
        }
        return days < 7
                ? figures.text("reports.ago.days", days)
                : day.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(figures.locale()));
    }
}
