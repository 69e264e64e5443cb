package app.backmatter.orders.payment.stripe;

import app.backmatter.shared.WorkspaceId;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys to speak with Stripe.
 *
 * @param id null for the installation's
 * @param workspace null for the installation's
 * @param secretKey empty when it is gone, or sealed under another secret of the installation
 * @param webhookSecret empty when none was given
 */
record StripeAccount(
        @Nullable UUID id, @Nullable WorkspaceId workspace, String secretKey, String webhookSecret, URI apiBase) {
    /** Whether its keys move no real money. */
    boolean isTest() {
        return StripeKeys.isTest(secretKey);
    }

    @Override
    public String toString() {
        return "StripeAccount[" + id + "]";
    }
}
