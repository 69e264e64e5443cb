package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.Recipients;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How many readers a draft would reach, for pages that tell it beside something else and are opened again and again: of long
 * lists, which take long to count, as it was within the last minute.
 */
@Component
class CountReaders {
    private static final long LONG = 20_000;

    private final Recipients recipients;
    private final Cache<Asked, Long> counted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();

    CountReaders(Recipients recipients) {
        this.recipients = recipients;
    }

    private record Asked(WorkspaceId workspace, Addressed addressed) {}

    long of(Addressed addressed) {
        var asked = new Asked(WorkspaceScope.current(), addressed);
        var known = counted.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        long count = recipients.count(addressed);
        if (count >= LONG) {
            counted.put(asked, count);
        }
        return count;
    }
}
