package app.backmatter.funnels.passage;

import app.backmatter.orders.Present;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a reader means to give what is bought, as typed.
 *
 * @param wanted whether it is for somebody else at all
 * @param on the day to mail it on, 2026-12-24; empty for at once
 */
public record TypedPresent(boolean wanted, String email, String name, String message, String on) {
    public static final TypedPresent NONE = new TypedPresent(false, "", "", "", "");

    /** In the morning. */
    private static final int LEAVES_AT_HOUR = 8;

    private static final int DAYS_AHEAD = 366;

    /** The same, ticked too where something else says so. */
    public TypedPresent wantedIf(boolean said) {
        return new TypedPresent(wanted || said, email, name, message, on);
    }

    /** What is wrong with it, message keys by field. */
    public Map<String, String> problems(LocalDate today) {
        var found = new HashMap<String, String>();
        if (!wanted) {
            return found;
        }
        if (EmailAddress.parse(email).isEmpty()) {
            found.put("presentEmail", "funnels.error.present.email");
        }
        if (name.isEmpty() || name.length() > Present.LONGEST_NAME) {
            found.put("presentName", "funnels.error.present.name");
        }
        if (message.length() > Present.LONGEST_MESSAGE) {
            found.put("presentMessage", "funnels.error.present.message");
        }
        if (!on.isEmpty() && day().filter(day -> isAhead(day, today)).isEmpty()) {
            found.put("presentOn", "funnels.error.present.on");
        }
        return found;
    }

    /** Only after {@link #problems} found nothing. */
    @Nullable
    Present toPresent(ZoneId zone, Instant now) {
        return wanted ? new Present(EmailAddress.parse(email).orElseThrow(), name, message, leavesAt(zone, now)) : null;
    }

    private Instant leavesAt(ZoneId zone, Instant now) {
        return day().map(day -> day.atTime(LEAVES_AT_HOUR, 0).atZone(zone).toInstant())
                .filter(now::isBefore)
                .orElse(now);
    }

    private static boolean isAhead(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD));
    }

    private Optional<LocalDate> day() {
        try {
            return on.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(on));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
