package app.backmatter.mail.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** New York goes an hour ahead on 14 March 2027 at 2:00, and back on 7 November 2027 at 2:00. */
class WaitTests {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aDayAtNineStaysNineWhenTheClocksChange() {
        var wait = new Wait.Lasting(1, Wait.Unit.DAYS, LocalTime.of(9, 0));
        assertThat(local(wait.until(at("2027-03-13T18:00"), NEW_YORK))).isEqualTo("2027-03-14T09:00");
        assertThat(local(wait.until(at("2027-11-06T18:00"), NEW_YORK))).isEqualTo("2027-11-07T09:00");
    }

    @Test
    void aDayEndsAtTheTimeAtWhichItBegan() {
        var wait = new Wait.Lasting(1, Wait.Unit.DAYS, null);
        assertThat(local(wait.until(at("2027-03-13T18:30"), NEW_YORK))).isEqualTo("2027-03-14T18:30");
        assertThat(wait.until(at("2027-03-13T18:30"), NEW_YORK))
                .as("23 hours")
                .isEqualTo(at("2027-03-13T18:30").plusSeconds(23 * 3600));
    }

    @Test
    void hoursPassAsTheyPass() {
        var wait = new Wait.Lasting(24, Wait.Unit.HOURS, null);
        assertThat(local(wait.until(at("2027-11-06T18:00"), NEW_YORK))).isEqualTo("2027-11-07T17:00");
    }

    @Test
    void anHourThatDoesNotExistIsTheNextOne() {
        var wait = new Wait.Lasting(1, Wait.Unit.DAYS, LocalTime.of(2, 30));
        assertThat(local(wait.until(at("2027-03-13T12:00"), NEW_YORK))).isEqualTo("2027-03-14T03:30");
    }

    @Test
    void anHourThatComesTwiceCountsOnce() {
        var wait = new Wait.Weekday(Set.of(DayOfWeek.SUNDAY), LocalTime.of(1, 30));
        var first = wait.until(at("2027-11-06T12:00"), NEW_YORK);
        assertThat(local(first)).isEqualTo("2027-11-07T01:30");
        assertThat(local(wait.until(first.plusSeconds(1), NEW_YORK))).isEqualTo("2027-11-14T01:30");
    }

    @Test
    void theNextOfSomeWeekdaysIsTodayWhileItsTimeIsToCome() {
        var wait = new Wait.Weekday(Set.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY), LocalTime.of(9, 0));
        assertThat(local(wait.until(at("2027-03-13T08:00"), NEW_YORK))).isEqualTo("2027-03-13T09:00");
        assertThat(local(wait.until(at("2027-03-13T09:00"), NEW_YORK))).isEqualTo("2027-03-13T09:00");
        assertThat(local(wait.until(at("2027-03-13T09:01"), NEW_YORK))).isEqualTo("2027-03-15T09:00");
    }

    @Test
    void aDateIsTheSameForEverybody() {
        var wait = new Wait.Day(LocalDate.of(2027, 11, 7), LocalTime.of(9, 0));
        assertThat(local(wait.until(at("2027-01-01T00:00"), NEW_YORK))).isEqualTo("2027-11-07T09:00");
        assertThat(wait.until(at("2028-01-01T00:00"), NEW_YORK)).isBefore(at("2028-01-01T00:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    private static String local(Instant instant) {
        return instant.atZone(NEW_YORK).toLocalDateTime().toString();
    }
}
