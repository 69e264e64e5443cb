package app.backmatter.accounts;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts tries at secrets and at cards in the database, so that they are limited over all nodes and restarts. */
@Service
public class RequestLimits {
    private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;
    private final JdbcClient jdbc;

    RequestLimits(DataSource database, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("request_limits")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new WallClock(clock))
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

    /** Counts a try that was made already: what goes beyond the limit has to be waited off. */
    public void count(RequestLimit limit, String subject) {
        buckets.getProxy(key(limit, subject), () -> configuration(limit)).consumeIgnoringRateLimits(1);
    }

    /** Whether a try is left, without counting one. Costs whom nothing was counted for a single look-up. */
    public boolean isOpen(RequestLimit limit, String subject) {
        long key = key(limit, subject);
        return !isCounted(key)
                || buckets.getProxy(key, () -> configuration(limit)).getAvailableTokens() > 0;
    }

    /** Removes the counts that no longer limit anybody, at most so many at once. */
    public int removeExpired(int atMost) {
        return buckets.removeExpired(atMost);
    }

    private boolean isCounted(long key) {
        return jdbc.sql("select exists (select from request_limits where id = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private static BucketConfiguration configuration(RequestLimit limit) {
        return BucketConfiguration.builder().addLimit(limit.bandwidth()).build();
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
}
