package app.backmatter.support;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A letter that says what its fields say. */
public final class TestLetter implements LetterTemplate {
    @Override
    public String name() {
        return "test";
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
