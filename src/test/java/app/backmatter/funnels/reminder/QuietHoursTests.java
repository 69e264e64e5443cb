package app.backmatter.funnels.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "22, 8, 2026-11-21T21:59, 2026-11-21T21:59",
        "22, 8, 2026-11-21T22:00, 2026-11-22T08:00",
        "22, 8, 2026-11-22T00:00, 2026-11-22T08:00",
        "22, 8, 2026-11-22T07:59, 2026-11-22T08:00",
        "22, 8, 2026-11-22T08:00, 2026-11-22T08:00",
        "12, 14, 2026-11-22T13:30, 2026-11-22T14:00",
        "12, 14, 2026-11-22T11:59, 2026-11-22T11:59",
        "22, 0, 2026-11-22T23:10, 2026-11-23T00:00",
        "5, 5, 2026-11-22T05:30, 2026-11-22T05:30",
    })
    void moveAMomentToTheirEnd(int from, int until, LocalDateTime moment, LocalDateTime moved) {
        assertThat(new QuietHours(from, until).over(at(moment), NEW_YORK)).isEqualTo(at(moved));
    }

    @ParameterizedTest
    @CsvSource({
        // an hour is left out: eight o'clock comes an hour earlier
        "2027-03-14T04:30:00Z, 2027-03-14T12:00:00Z",
        // an hour comes twice: eight o'clock comes an hour later
        "2027-11-07T03:30:00Z, 2027-11-07T13:00:00Z",
    })
    void endAtTheirHourInNightsInWhichTheClocksChange(Instant moment, Instant moved) {
        assertThat(new QuietHours(22, 8).over(moment, NEW_YORK)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource("2027-03-14T04:30:00Z, 2027-03-14T07:00:00Z")
    void endAfterAnHourThatIsLeftOut(Instant moment, Instant moved) {
        assertThat(new QuietHours(22, 2).over(moment, NEW_YORK)).isEqualTo(moved);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(NEW_YORK).toInstant();
    }
}
