package app.backmatter.mail.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalStartTests {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void theHourIsThatOfEachPlaceOnBothSidesOfADaylightSavingChange() {
        assertThat(moment("2027-03-13T09:00", NEW_YORK)).isEqualTo("2027-03-13T14:00:00Z");
        assertThat(moment("2027-03-15T09:00", NEW_YORK)).isEqualTo("2027-03-15T13:00:00Z");
        assertThat(moment("2027-03-15T09:00", ZoneId.of("Asia/Kolkata"))).isEqualTo("2027-03-15T03:30:00Z");
    }

    @Test
    void anHourThatIsSkippedIsTheNextAndOneThatComesTwiceIsTheFirst() {
        assertThat(moment("2027-03-14T02:30", NEW_YORK)).isEqualTo("2027-03-14T07:30:00Z");
        assertThat(moment("2027-11-07T01:30", NEW_YORK)).isEqualTo("2027-11-07T05:30:00Z");
    }

    private static String moment(String at, ZoneId zone) {
        return new LocalStart(LocalDateTime.parse(at), NEW_YORK).in(zone).toString();
    }
}
