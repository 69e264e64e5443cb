package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Money came in: for a new order, or for a line added to it in one click.
 *
 * @param lines what this payment was for
 * @param rate of its currency to the workspace's own, as the order keeps it
 * @param first whether it opened the order
 */
public record PaymentReceived(
        WorkspaceId workspace,
        OrderId order,
        UUID funnel,
        UUID passage,
        ContactId contact,
        List<LineItem> lines,
        Money amount,
        ExchangeRate rate,
        boolean first,
        Source source,
        Instant at) {
    /** One that was stored before there were rates is in the workspace's own currency. */
    public PaymentReceived {
        rate = Objects.requireNonNullElseGet(rate, () -> ExchangeRate.same(amount.currency()));
    }
}
