package app.backmatter.mail;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to be written when it leaves, so that queueing it costs one small row.
 *
 * @param template the name of the {@link LetterTemplate} that writes it
 * @param fields what the template needs, ids and paths; never card data
 * @param key the same key queues once in a workspace, however often it is asked
 * @param marketing whether it may leave only to subscribed contacts and carries the unsubscribe headers
 */
public record Letter(
        WorkspaceId workspace,
        @Nullable ContactId contact,
        EmailAddress to,
        String template,
        Map<String, String> fields,
        String key,
        boolean marketing,
        Instant notBefore) {
    /**
     * Names the product that a marketing letter offers. A sequence that pitches the same to the same reader waits until it
     * left a day ago.
     */
    public static final String PITCHES = "pitches";
}
