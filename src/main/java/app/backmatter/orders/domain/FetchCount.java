package app.backmatter.orders.domain;

import app.backmatter.catalog.DeliveryTerms;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a reader downloaded a file, and what counts as one download more.
 *
 * @param fetched all downloads ever
 * @param forgiven how many of them the author counts no more
 * @param begun when the link in hand last began a download; absent when it never did
 */
record FetchCount(long fetched, long forgiven, @Nullable Instant begun) {
    /** Phones hand a download from the browser to another program, players ask for a first byte first, people click twice. */
    static final Duration SAME = Duration.ofMinutes(10);

    /** What a request to a link is. */
    enum Turn {
        /** Goes on with a download that was counted. */
        GOES_ON,
        BEGINS,
        /** Would begin one more than the author allows. */
        TOO_MANY
    }

    /** @param later whether it asks for a part of the file that does not begin with its first byte */
    Turn turn(boolean later, DeliveryTerms terms, Instant now) {
        if (begun != null && (later || now.isBefore(begun.plus(SAME)))) {
            return Turn.GOES_ON;
        }
        return terms.isUsedUp(fetched - forgiven) ? Turn.TOO_MANY : Turn.BEGINS;
    }
}
