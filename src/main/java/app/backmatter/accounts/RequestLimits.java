package app.backmatter.accounts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.stereotype.Service;

/** Counts tries at secrets in the database, so that they are limited over all nodes and restarts. */
@Service
public class RequestLimits {
    private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;

    RequestLimits(DataSource database, Clock clock) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("request_limits")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(wall(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Counts one try; false when there were too many. */
    public boolean take(RequestLimit limit, String subject) {
        return buckets.getProxy(key(limit, subject), () -> configuration(limit)).tryConsume(1);
    }

    /** Gives one try back, because it was a good one. */
    public void giveBack(RequestLimit limit, String subject) {
        buckets.getProxy(key(limit, subject), () -> configuration(limit)).addTokens(1);
    }

    /** Removes the counts that no longer limit anybody, at most so many at once. */
    public int removeExpired(int atMost) {
        return buckets.removeExpired(atMost);
    }

    private static BucketConfiguration configuration(RequestLimit limit) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.tries())
                        .refillGreedy(limit.tries(), limit.per())
                        .build())
                .build();
    }

    private static long key(RequestLimit limit, String subject) {
        try {
            var text = limit.name() + ":" + subject;
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TimeMeter wall(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
