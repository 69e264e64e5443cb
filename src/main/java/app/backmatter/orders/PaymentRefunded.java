package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Money of one payment went back, all of it or a part.
 *
 * @param refund identifies it
 * @param lines what it went back for
 * @param checkout the step whose checkout or offer the payment was for: order bumps are its own
 * @param paidAt when the money had come in
 * @param at when it went back
 */
public record PaymentRefunded(
        WorkspaceId workspace,
        OrderId order,
        UUID refund,
        UUID funnel,
        UUID passage,
        ContactId contact,
        List<RefundedLine> lines,
        UUID checkout,
        Money amount,
        Source source,
        Instant paidAt,
        Instant at) {}
