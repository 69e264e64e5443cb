package app.backmatter.mail.web.broadcast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What takes long to count, as it was within the last minute, for pages that are opened again and again. What is counted
 * quickly is counted anew each time.
 */
final class CountedLately<K, V> {
    static final long LONG = 20_000;

    private final ToLongFunction<V> size;
    private final Cache<K, V> counted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();

    /** @param size of what was counted, in people */
    CountedLately(ToLongFunction<V> size) {
        this.size = size;
    }

    V of(K asked, Supplier<V> count) {
        var known = counted.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        var fresh = count.get();
        if (size.applyAsLong(fresh) >= LONG) {
            counted.put(asked, fresh);
        }
        return fresh;
    }
}
