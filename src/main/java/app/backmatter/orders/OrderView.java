package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.ExchangeRate;
import app.backmatter.shared.Money;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A paid order.
 *
 * @param number counts up in the workspace, shown to people
 * @param receipt of which it is the order
 * @param seller as its receipt names them, a line each; empty for what was sold before receipts had numbers
 * @param total what was paid, whatever went back of it
 * @param rate of its currency to the workspace's own when it was sold
 * @param refunded what went back of the total
 * @param coupon the code that took something off its first payment; empty for none
 * @param card the saved card as readers know it, such as {@code Visa •••• 4242}
 */
public record OrderView(
        OrderId id,
        long number,
        ReceiptNumber receipt,
        UUID funnel,
        ContactId contact,
        EmailAddress email,
        String name,
        BuyerAddress address,
        List<LineItem> lines,
        Money total,
        Money refunded,
        ExchangeRate rate,
        String coupon,
        String card,
        String seller,
        Source source,
        Instant paidAt) {
    /** What is left of the total after refunds. */
    public Money net() {
        return total.minus(refunded);
    }
}
