package app.backmatter.mail.broadcast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Domains whose mail servers asked to be left alone for a while: half a minute, doubled each time that they ask again up
 * to an hour. Known to one node only; another one finds out by itself.
 */
@Component
class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final Cache<String, Pause> pauses = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(3))
            .build();

    Pauses(Clock clock) {
        this.clock = clock;
    }

    private record Pause(Instant until, Duration length) {}

    /** @return until when, if it is not to be tried now */
    Optional<Instant> of(String domain) {
        return Optional.ofNullable(pauses.getIfPresent(domain))
                .map(Pause::until)
                .filter(clock.instant()::isBefore);
    }

    /** It put a message off. Answers that were on their way already make the pause no longer. */
    Instant ask(String domain) {
        var now = clock.instant();
        return pauses.asMap()
                .compute(
                        domain,
                        (_, known) -> known == null
                                ? new Pause(now.plus(FIRST), FIRST)
                                : now.isBefore(known.until()) ? known : longer(known, now))
                .until();
    }

    void accepted(String domain) {
        pauses.invalidate(domain);
    }

    private static Pause longer(Pause known, Instant now) {
        var twice = known.length().multipliedBy(2);
        var length = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return new Pause(now.plus(length), length);
    }
}
