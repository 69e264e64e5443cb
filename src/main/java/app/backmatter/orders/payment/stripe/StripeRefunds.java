package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.RefundNews;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import app.backmatter.shared.Money;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.RefundCollection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        return known(request.charge())
                .filter(refund -> request.idempotencyKey().equals(name(refund)))
                .findFirst()
                .map(StripeRefunds::result);
    }

    /** All of a charge, whoever made them. */
    List<RefundNews> of(String charge) throws StripeException {
        return known(charge).map(refund -> news(charge, refund)).toList();
    }

    private Stream<Refund> known(String charge) throws StripeException {
        RefundCollection known =
                stripe.get(account, PATH, Map.of("payment_intent", charge, "limit", 100), RefundCollection.class);
        return known.getData().stream();
    }

    private static RefundNews news(String charge, Refund refund) {
        return new RefundNews(
                charge,
                refund.getId(),
                name(refund),
                Money.of(refund.getAmount(), refund.getCurrency().toUpperCase(Locale.ROOT)),
                switch (result(refund)) {
                    case RefundResult.Refunded _ -> RefundNews.State.DONE;
                    case RefundResult.Pending _ -> RefundNews.State.PENDING;
                    case RefundResult.Refused _ -> RefundNews.State.FAILED;
                },
                Instant.ofEpochSecond(refund.getCreated()));
    }

    private static String name(Refund refund) {
        return refund.getMetadata() == null ? "" : refund.getMetadata().getOrDefault(NAME, "");
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
            case "failed" -> new RefundResult.Refused("refund_declined");
            case "canceled" -> new RefundResult.Refused("refused");
            default -> new RefundResult.Pending(refund.getId());
        };
    }
}
