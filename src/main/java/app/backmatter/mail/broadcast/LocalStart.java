package app.backmatter.mail.broadcast;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An hour at which readers get a broadcast where they live.
 *
 * @param otherwise the clock of those of whom none is known
 */
public record LocalStart(LocalDateTime at, ZoneId otherwise) {
    /** An hour that daylight saving skips there is the one after it; of one that comes twice it is the first. */
    public Instant in(ZoneId zone) {
        return at.atZone(zone).toInstant();
    }
}
