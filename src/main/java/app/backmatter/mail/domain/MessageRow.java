package app.backmatter.mail.domain;

import app.backmatter.mail.transport.Trouble;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param subject empty until it is written
 * @param at when it left, or when it is due
 * @param refusal a message key's end, a trouble's text, or what the mail server said; empty when all is well
 */
public record MessageRow(
        UUID id,
        String recipient,
        @Nullable UUID contact,
        String subject,
        MessageState state,
        boolean marketing,
        Instant at,
        String refusal) {
    public Trouble trouble() {
        return Trouble.parse(refusal);
    }
}
