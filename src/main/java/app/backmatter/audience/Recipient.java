package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;

/**
 * Somebody who may be mailed.
 *
 * @param firstName empty when not told
 * @param token the private part of the unsubscribe and preference links, as {@link ContactTokens} makes it
 */
public record Recipient(ContactId contact, EmailAddress email, String firstName, String token) {}
