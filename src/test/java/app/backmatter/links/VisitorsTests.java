package app.backmatter.links;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.BackmatterTest;
import app.backmatter.support.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@BackmatterTest
class VisitorsTests {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void knowsAVisitorAgainOnTheSameDay() {
        assertThat(visit("203.0.113.7", FIREFOX)).isEqualTo(visit("203.0.113.7", FIREFOX));
        assertThat(visit("203.0.113.7", FIREFOX).key())
                .isNotEqualTo(visit("203.0.113.8", FIREFOX).key());
        assertThat(visit("203.0.113.7", FIREFOX).key())
                .isNotEqualTo(visit("203.0.113.7", FIREFOX + " ").key());
    }

    @Test
    void forgetsTheVisitorAndTheSaltTheNextDay() {
        var today = visit("203.0.113.7", FIREFOX);
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            clock.advance(Duration.ofDays(1));
            assertThat(visit("203.0.113.7", FIREFOX).key()).isNotEqualTo(today.key());
            assertThat(jdbc.sql("select count(*) from visitor_salts where day <= ?")
                            .param(day)
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            clock.reset();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
                        + " Mobile Safari/537.36 | false",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0"
                        + " Mobile/15E148 Safari/604.1 | false",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) | true",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php) | true",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 HeadlessChrome/120.0.0.0 Safari/537.36 |"
                        + " true",
                "BarracudaSentinel (EE) | true",
                "curl/8.5.0 | true",
                "'' | true",
            })
    void tellsMachinesByTheNameTheyGive(String userAgent, boolean bot) {
        assertThat(visit("203.0.113.7", userAgent).bot()).isEqualTo(bot);
    }

    @Test
    void takesABrowserWithoutANameForAMachine() {
        assertThat(visitors.of(new MockHttpServletRequest()).bot()).isTrue();
    }

    private Visitor visit(String address, String userAgent) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.addHeader("User-Agent", userAgent);
        return visitors.of(request);
    }
}
