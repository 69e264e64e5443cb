package app.backmatter.mail;

import app.backmatter.audience.ContactId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact's entry into a sequence.
 *
 * @param pitchedProduct the product whose purchase ends it at once; absent for buyers
 * @param fields values of the merge fields, whole addresses for links
 */
public record Enrolment(
        SequenceId sequence,
        ContactId contact,
        @Nullable UUID pitchedProduct,
        Map<String, String> fields,
        Instant at) {}
