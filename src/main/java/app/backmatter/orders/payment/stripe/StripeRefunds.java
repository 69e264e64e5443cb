package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.RefundCollection;
import java.util.Map;
import java.util.Optional;

/** Gives money back through Stripe. */
final class StripeRefunds {
    private static final String PATH = "/v1/refunds";
    /** Under which Stripe keeps our name of a refund. */
    private static final String NAME = "backmatter_refund";

    private final StripeApi stripe;
    private final StripeAccount account;

    StripeRefunds(StripeApi stripe, StripeAccount account) {
        this.stripe = stripe;
        this.account = account;
    }

    RefundResult refund(RefundRequest request) throws StripeException {
        var asked = Map.<String, Object>of(
                "payment_intent", request.charge(),
                "amount", request.amount().minorUnits(),
                "metadata", Map.of(NAME, request.idempotencyKey()));
        return result(stripe.post(account, PATH, asked, request.idempotencyKey(), Refund.class));
    }

    Optional<RefundResult> find(RefundRequest request) throws StripeException {
        RefundCollection known = stripe.get(
                account, PATH, Map.of("payment_intent", request.charge(), "limit", 100), RefundCollection.class);
        return known.getData().stream()
                .filter(refund -> refund.getMetadata() != null
                        && request.idempotencyKey().equals(refund.getMetadata().get(NAME)))
                .findFirst()
                .map(StripeRefunds::result);
    }

    static String reason(StripeException e) {
        return switch (e instanceof InvalidRequestException ? String.valueOf(e.getCode()) : "") {
            case "charge_already_refunded", "amount_too_large" -> "above_charge";
            case "charge_disputed" -> "disputed";
            default -> "refused";
        };
    }

    private static RefundResult result(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new RefundResult.Refunded(refund.getId());
            case "failed", "canceled" -> new RefundResult.Refused("refused");
            default -> new RefundResult.Pending(refund.getId());
        };
    }
}
