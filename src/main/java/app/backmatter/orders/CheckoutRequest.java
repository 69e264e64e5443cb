package app.backmatter.orders;

import app.backmatter.audience.ContactId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first payment of a reader's way through a funnel.
 *
 * @param attempt identifies what the reader means to do once: repeated requests with it execute once
 * @param passage the reader's way that the order belongs to; it gets one order at most
 * @param coupon that reduced the lines and loses a use by it, if one did
 * @param card null when it is to be typed on the processor's own page
 * @param present absent when the buyer keeps what is bought
 * @param source what the sale is attributed to
 * @param returnPath where a bank's authentication page sends the reader back to
 */
public record CheckoutRequest(
        UUID attempt,
        UUID funnel,
        UUID passage,
        ContactId contact,
        EmailAddress email,
        String name,
        BuyerAddress address,
        List<LineItem> lines,
        @Nullable CouponId coupon,
        @Nullable Card card,
        @Nullable Present present,
        Source source,
        String returnPath) {
    /** For the buyer. */
    public CheckoutRequest(
            UUID attempt,
            UUID funnel,
            UUID passage,
            ContactId contact,
            EmailAddress email,
            String name,
            BuyerAddress address,
            List<LineItem> lines,
            @Nullable CouponId coupon,
            @Nullable Card card,
            Source source,
            String returnPath) {
        this(attempt, funnel, passage, contact, email, name, address, lines, coupon, card, null, source, returnPath);
    }
}
