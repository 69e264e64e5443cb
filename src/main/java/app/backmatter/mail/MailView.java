package app.backmatter.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail to somebody, for lists beside what it is about.
 *
 * @param template the name of the {@link LetterTemplate} that writes it
 * @param subject empty until it is written
 * @param state a message key's end: QUEUED, SENT, …
 * @param at when it left, or is due
 */
public record MailView(UUID id, String template, String subject, String state, Instant at) {}
