package app.backmatter.orders;

import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * The card, not the reader, said no.
 *
 * @param attempt identifies the try
 * @param step the funnel step that was to be paid
 */
public record PaymentDeclined(
        WorkspaceId workspace,
        OrderId order,
        UUID attempt,
        UUID funnel,
        UUID passage,
        UUID step,
        String reason,
        Source source,
        Instant at) {}
