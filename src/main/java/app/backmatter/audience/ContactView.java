package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.Set;

/**
 * A contact as others see it.
 *
 * @param firstName empty when not told
 * @param firstSource where the person first came from
 * @param lastSource the last source that was not direct; direct if there never was one
 */
public record ContactView(
        ContactId id,
        EmailAddress email,
        String firstName,
        ContactStatus status,
        Set<String> tags,
        Source firstSource,
        Source lastSource,
        Instant lastSourceAt,
        Instant joinedAt) {}
