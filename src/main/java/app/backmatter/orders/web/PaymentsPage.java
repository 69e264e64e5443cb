package app.backmatter.orders.web;

import app.backmatter.orders.payment.PaymentGateway;
import app.backmatter.orders.payment.stripe.ConnectedAccount;
import app.backmatter.orders.payment.stripe.StripeEventKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What takes the workspace's money.
 *
 * @param processor a message key's end
 * @param account null when the workspace has no keys of its own
 * @param events what to tick at Stripe
 * @param anyAddress whether the installation lets an owner say where Stripe is
 */
record PaymentsPage(String processor, @Nullable ConnectedAccount account, List<String> events, boolean anyAddress) {
    static PaymentsPage of(PaymentGateway gateway, @Nullable ConnectedAccount account, boolean anyAddress) {
        return new PaymentsPage(processor(gateway, account), account, StripeEventKind.TO_TICK, anyAddress);
    }

    private static String processor(PaymentGateway gateway, @Nullable ConnectedAccount account) {
        if (account != null) {
            return account.test() ? "stripe-test" : "stripe-live";
        }
        return gateway.processor().name().toLowerCase(Locale.ROOT);
    }
}
