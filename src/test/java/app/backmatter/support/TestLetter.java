package app.backmatter.support;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A letter that says what its fields say. */
public final class TestLetter implements LetterTemplate {
    private final Map<Map<String, String>, Integer> asked = new ConcurrentHashMap<>();
    private final Clock clock;

    TestLetter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "test";
    }

    /** As often as its field {@code waits} says, each time for a moment. */
    @Override
    public Optional<Instant> waitsUntil(Map<String, String> fields) {
        var times = Integer.parseInt(fields.getOrDefault("waits", "0"));
        return times > 0 && asked.merge(fields, 1, Integer::sum) <= times
                ? Optional.of(clock.instant().plusMillis(20))
                : Optional.empty();
    }

    @Override
    public Written write(Map<String, String> fields) {
        return new Written(
                fields.getOrDefault("subject", "A test"),
                fields.getOrDefault("body", "Dear reader,"),
                fields.getOrDefault("button", "Open it"),
                fields.getOrDefault("url", "https://example.com/open"));
    }

    /** Due at once; each has a key of its own. */
    public static Letter to(
            WorkspaceId workspace,
            @Nullable ContactId contact,
            String address,
            boolean marketing,
            Map<String, String> fields) {
        return new Letter(
                workspace,
                contact,
                new EmailAddress(address),
                "test",
                fields,
                "test:" + Ids.next(),
                marketing,
                Instant.EPOCH);
    }
}
