package app.backmatter.accounts;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * How often one subject may try something: as many tries at once, coming back evenly over the time.
 *
 * @param name keeps the counts of different limits apart
 */
public record RequestLimit(String name, int tries, Duration per) {
    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(tries).refillGreedy(tries, per).build();
    }
}
