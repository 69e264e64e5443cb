package app.backmatter.orders.web;

import app.backmatter.orders.coupon.CouponTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a code works, in whole days of the author's.
 *
 * @param first as a date field has it; empty for at once
 * @param last up to its end; empty for never
 */
record CouponDays(String first, String last) {
    static CouponDays of(CouponTerms terms, ZoneId zone) {
        return new CouponDays(day(terms.startsAt(), zone), terms.endsAt() == null ? "" : lastDay(terms.endsAt(), zone));
    }

    static boolean isWrong(String typed) {
        return !typed.isEmpty() && date(typed).isEmpty();
    }

    boolean areTurnedRound() {
        return date(first)
                .flatMap(day -> date(last).filter(end -> end.isBefore(day)))
                .isPresent();
    }

    /** @param before what it changes, if it changes anything: the moment stays if the day does */
    Instant startsAt(ZoneId zone, @Nullable CouponTerms before, Instant now) {
        if (before != null && (first.isEmpty() || first.equals(day(before.startsAt(), zone)))) {
            return before.startsAt();
        }
        var today = LocalDate.ofInstant(now, zone);
        return date(first)
                .filter(day -> !day.equals(today))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(now);
    }

    @Nullable
    Instant endsAt(ZoneId zone) {
        return date(last)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    private static String lastDay(Instant end, ZoneId zone) {
        return day(end.minusMillis(1), zone);
    }

    private static String day(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).toString();
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
