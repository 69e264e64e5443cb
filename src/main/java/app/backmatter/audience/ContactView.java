package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact as others see it.
 *
 * @param firstName empty when not told
 * @param suppressed why no mail goes there, whatever the status; absent when some does
 * @param firstSource where the person first came from
 * @param lastSource the last source that was not direct; direct if there never was one
 */
public record ContactView(
        ContactId id,
        EmailAddress email,
        String firstName,
        ContactStatus status,
        @Nullable SuppressionReason suppressed,
        Set<String> tags,
        Source firstSource,
        Source lastSource,
        Instant lastSourceAt,
        Instant joinedAt) {}
