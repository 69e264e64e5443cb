package app.backmatter.admin.web;

import app.backmatter.reports.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far back the console looks; anything but the choices means 30 days. */
record Days(String choice) {
    static final List<String> CHOICES = List.of("7", "30", "90", "all");

    static Days of(@Nullable String asked) {
        return new Days(asked != null && CHOICES.contains(asked) ? asked : "30");
    }

    Period until(Instant now) {
        return choice.equals("all") ? Period.ALL : new Period(now.minus(Duration.ofDays(Long.parseLong(choice))), now);
    }
}
