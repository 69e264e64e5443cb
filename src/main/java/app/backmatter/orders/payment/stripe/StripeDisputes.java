package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.DisputeNews.State;
import app.backmatter.shared.Money;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Stripe knows of disputes. */
final class StripeDisputes {
    private static final Set<String> TOLD =
            Set.of("fraudulent", "product_not_received", "product_unacceptable", "duplicate", "credit_not_processed");
    private static final String WARNING = "warning_needs_response";
    private static final Set<String> UNANSWERED = Set.of("needs_response", WARNING);

    private final StripeApi stripe;
    private final StripeAccount account;

    StripeDisputes(StripeApi stripe, StripeAccount account) {
        this.stripe = stripe;
        this.account = account;
    }

    DisputeNews find(String id) throws StripeException {
        Dispute dispute = stripe.get(account, "/v1/disputes/" + id, Map.of(), Dispute.class);
        return new DisputeNews(
                Objects.requireNonNullElse(dispute.getPaymentIntent(), ""),
                dispute.getId(),
                Money.of(dispute.getAmount(), dispute.getCurrency().toUpperCase(Locale.ROOT)),
                TOLD.contains(dispute.getReason()) ? dispute.getReason() : "other",
                state(dispute.getStatus()),
                Instant.ofEpochSecond(dispute.getCreated()),
                answerBy(dispute));
    }

    /** Our name of the payment; empty for what was not sold here. */
    String payment(String intent) throws StripeException {
        PaymentIntent found = stripe.get(account, "/v1/payment_intents/" + intent, Map.of(), PaymentIntent.class);
        return found.getMetadata() == null ? "" : found.getMetadata().getOrDefault(StripeRequests.PAYMENT, "");
    }

    private static State state(String status) {
        return switch (status) {
            case "won", "warning_closed", "prevented" -> State.WON;
            case "lost" -> State.LOST;
            case WARNING, "warning_under_review" -> State.INQUIRY;
            default -> State.OPEN;
        };
    }

    private static @Nullable Instant answerBy(Dispute dispute) {
        var details = dispute.getEvidenceDetails();
        return !UNANSWERED.contains(dispute.getStatus()) || details == null || details.getDueBy() == null
                ? null
                : Instant.ofEpochSecond(details.getDueBy());
    }
}
