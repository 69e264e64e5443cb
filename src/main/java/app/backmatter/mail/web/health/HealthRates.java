package app.backmatter.mail.web.health;

import app.backmatter.mail.health.Counts;
import app.backmatter.mail.health.Limit;
import app.backmatter.pages.Format;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Component;

/** Rates in words for the page: {@code ${@healthRates.complaints(counts)}}. */
@Component("healthRates")
class HealthRates {
    private final Format format;
    private final Words words;

    HealthRates(Format format, Words words) {
        this.format = format;
        this.words = words;
    }

    /** @param counts such as 3 of 2,500 */
    public record Shown(String rate, String counts) {}

    public Shown of(Limit limit, Counts counts) {
        return of(limit.part(counts), limit.whole(counts));
    }

    public Shown opened(Counts counts) {
        return of(counts.opened(), counts.accepted());
    }

    private Shown of(long part, long whole) {
        return new Shown(
                whole == 0 ? "–" : format.percent(basisPoints(part, whole)),
                words.say("mail.health.of", format.count(part), format.count(whole)));
    }

    static int basisPoints(long part, long whole) {
        return whole <= 0 || part <= 0 ? 0 : (int) Math.min(10_000, (part * 10_000 + whole / 2) / whole);
    }
}
