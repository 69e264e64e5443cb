package app.backmatter.audience.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CountryZonesTests {
    @Test
    void whatTheBrowserToldCountsThenACountryOfOneClock() {
        assertThat(CountryZones.of("Asia/Tokyo", "DE")).contains(ZoneId.of("Asia/Tokyo"));
        assertThat(CountryZones.of(null, "DE")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(CountryZones.of("Mars/Base", "GB")).contains(ZoneId.of("Europe/London"));
        assertThat(CountryZones.of(null, "US")).isEmpty();
        assertThat(CountryZones.of("+25:00", null)).isEmpty();
    }
}
