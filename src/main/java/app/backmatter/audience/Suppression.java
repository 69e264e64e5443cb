package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;
import java.time.Instant;

/**
 * An address that gets no mail of lists; receipts and what a person asks for still leave unless nothing arrives there.
 *
 * @param words what the mail server said, or the author; may be empty; cut after 500 characters
 */
public record Suppression(EmailAddress email, SuppressionReason reason, String words, Instant at) {}
