package app.backmatter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatTests {
    private static final Instant NOW = Instant.parse("2026-11-21T20:15:00Z");

    private final Format american = format(Locale.US, "America/New_York");
    private final Format german = format(Locale.GERMANY, "Europe/Berlin");

    @Test
    void writesMoneyAndNumbersAsTheWorkspaceDoes() {
        assertThat(american.money(Money.of(950, "USD"))).isEqualTo("$9.50");
        assertThat(american.count(1204)).isEqualTo("1,204");
        assertThat(german.count(1204)).isEqualTo("1.204");
        assertThat(german.money(Money.of(120450, "EUR"))).startsWith("1.204,50").endsWith("€");
    }

    @Test
    void writesDatesInTheTimeZone() {
        var lateEvening = Instant.parse("2026-11-21T23:30:00Z");
        assertThat(american.date(lateEvening)).isEqualTo("Nov 21, 2026");
        assertThat(german.date(lateEvening)).isEqualTo("22.11.2026");
    }

    @Test
    void tellsTheLastWeekRelatively() {
        assertThat(american.ago(NOW)).isEqualTo("just now");
        assertThat(american.ago(NOW.minus(Duration.ofMinutes(5)))).isEqualTo("5 minutes ago");
        assertThat(american.ago(NOW.minus(Duration.ofMinutes(61)))).isEqualTo("an hour ago");
        assertThat(american.ago(NOW.minus(Duration.ofHours(14)))).isEqualTo("earlier today");
        assertThat(american.ago(NOW.minus(Duration.ofHours(16)))).isEqualTo("yesterday");
        assertThat(american.ago(NOW.minus(Duration.ofDays(3)))).isEqualTo("3 days ago");
        assertThat(american.ago(NOW.minus(Duration.ofDays(7)))).isEqualTo("Nov 14, 2026");
        assertThat(american.ago(NOW.plus(Duration.ofDays(1)))).isEqualTo("Nov 22, 2026");
    }

    @Test
    void namesClocksAsPeopleDo() {
        assertThat(american.clock(ZoneId.of("America/New_York"))).isEqualTo("New York time");
        assertThat(american.clock(ZoneId.of("America/Argentina/Buenos_Aires"))).isEqualTo("Buenos Aires time");
        assertThat(american.clock(ZoneId.of("UTC"))).isEqualTo("Coordinated Universal Time");
        assertThat(american.clock(ZoneId.of("Etc/GMT+5"))).isEqualTo("GMT-05:00");
    }

    private static Format format(Locale locale, String zone) {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/layout");
        return new Format(
                new Conventions() {
                    @Override
                    public Locale locale() {
                        return locale;
                    }

                    @Override
                    public ZoneId timeZone() {
                        return ZoneId.of(zone);
                    }
                },
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Words(bundle));
    }
}
