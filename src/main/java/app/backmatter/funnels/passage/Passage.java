package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reader on the way through one revision.
 *
 * @param token known to whoever filled in the form, which proves nothing about the address
 * @param proof known to whoever reads the mailbox
 * @param contact absent in a funnel that starts with the tripwire, until its checkout
 * @param coupon a code that the entry page's address brought; empty for none
 * @param currency that the reader chose to pay in, and from the first payment on the order's; empty for the author's
 * @param giftAt since when the gift may be had
 * @param confirmedAt when the mailed link's button was pressed
 * @param payment the first payment, once there is one
 */
public record Passage(
        PassageId id,
        WorkspaceId workspace,
        FunnelId funnel,
        RevisionId revision,
        String token,
        String proof,
        UUID visitor,
        boolean bot,
        @Nullable ContactId contact,
        @Nullable EmailAddress email,
        String firstName,
        Source source,
        String coupon,
        String currency,
        Instant startedAt,
        @Nullable Instant giftAt,
        @Nullable Instant confirmedAt,
        @Nullable Payment payment) {

    /** The first payment; its buyer may have given another address than at the sign-up. */
    public record Payment(OrderId order, ContactId buyer, Instant at) {}

    /** The same with another currency. */
    Passage paidIn(Currency chosen) {
        return new Passage(
                id,
                workspace,
                funnel,
                revision,
                token,
                proof,
                visitor,
                bot,
                contact,
                email,
                firstName,
                source,
                coupon,
                chosen.getCurrencyCode(),
                startedAt,
                giftAt,
                confirmedAt,
                payment);
    }

    public boolean isPaid() {
        return payment != null;
    }
}
