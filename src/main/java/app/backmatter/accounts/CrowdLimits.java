package app.backmatter.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Counts in memory, on each node for itself, what crowds do: where a count in the database would cost more than what it
 * guards. Secrets and cards are {@link RequestLimits}' matter.
 */
@Service
public class CrowdLimits {
    private final Cache<Counted, Bucket> buckets = Caffeine.newBuilder()
            // four megabytes; whoever has more networks than that is held up by no count of each
            .maximumSize(10_000)
            // who did nothing for so long has all tries back
            .expireAfter(Expiry.<Counted, Bucket>accessing(
                    (counted, bucket) -> counted.limit().per()))
            .build();
    private final WallClock clock;

    CrowdLimits(Clock clock) {
        this.clock = new WallClock(clock);
    }

    private record Counted(RequestLimit limit, String subject) {}

    /** Counts one try; false when there were too many. */
    public boolean take(RequestLimit limit, String subject) {
        return buckets.get(new Counted(limit, subject), this::bucket).tryConsume(1);
    }

    private Bucket bucket(Counted counted) {
        return Bucket.builder()
                .addLimit(counted.limit().bandwidth())
                .withCustomTimePrecision(clock)
                .build();
    }
}
