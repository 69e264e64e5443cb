package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.pages.Typed;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** Reads what came of one of Stripe's payment intents, and brings to an end what must not stay open. */
final class IntentResult {
    private static final String PATH = "/v1/payment_intents/";
    private static final Map<String, Object> WITH_CARD = Map.of("expand", List.of("payment_method"));

    /** How long a bank's page waits for the reader. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final StripeApi stripe;
    private final StripeBooks books;
    private final StripeAccount account;
    private final Instant now;

    IntentResult(StripeApi stripe, StripeBooks books, StripeAccount account, Instant now) {
        this.stripe = stripe;
        this.books = books;
        this.account = account;
        this.now = now;
    }

    PaymentIntent load(String id) throws StripeException {
        return stripe.get(account, PATH + id, WITH_CARD, PaymentIntent.class);
    }

    /** @param intent with its payment method */
    ChargeResult of(StripeCharge charge, PaymentIntent intent) throws StripeException {
        return switch (intent.getStatus()) {
            case "succeeded" -> charged(charge, intent);
            case "canceled" -> refused(charge, intent);
            case "requires_capture" -> close(charge, intent);
            case "requires_payment_method" -> close(charge, intent);
            case "requires_action" ->
                now.isBefore(charge.askedAt().plus(PATIENCE))
                        ? new ChargeResult.NeedsAuthentication(bank(intent))
                        : close(charge, intent);
            default -> throw new GatewayTimeout("Stripe still works on " + intent.getId());
        };
    }

    /** Cancels the intent unless it is charged already. */
    ChargeResult close(StripeCharge charge, PaymentIntent open) throws StripeException {
        try {
            PaymentIntent closed = stripe.post(
                    account, PATH + open.getId() + "/cancel", Map.of(), charge.key() + ":cancel", PaymentIntent.class);
            return refused(charge, closed);
        } catch (InvalidRequestException e) {
            var intent = load(open.getId());
            return switch (intent.getStatus()) {
                case "succeeded" -> charged(charge, intent);
                case "canceled" -> refused(charge, intent);
                default -> throw new GatewayTimeout("Stripe can't cancel " + intent.getId());
            };
        }
    }

    private ChargeResult charged(StripeCharge charge, PaymentIntent intent) throws StripeException {
        var paid = intent.getPaymentMethodObject() == null ? load(intent.getId()) : intent;
        books.paid(charge, paid.getId());
        return new ChargeResult.Charged(
                paid.getId(),
                new KeptCard(String.valueOf(paid.getCustomer()), paid.getPaymentMethod()).reference(),
                shown(paid.getPaymentMethodObject()),
                owner(paid.getPaymentMethodObject()));
    }

    private static String owner(PaymentMethod method) {
        var details = method.getBillingDetails();
        return details == null ? "" : Typed.line(details.getName());
    }

    private ChargeResult refused(StripeCharge charge, PaymentIntent intent) {
        if (intent.getLastPaymentError() != null) {
            return new ChargeResult.Refused(DeclineReason.of(intent.getLastPaymentError()));
        }
        return new ChargeResult.Refused(
                charge.release()
                        ? ChargeRequest.RELEASED
                        : now.isBefore(charge.askedAt().plus(PATIENCE))
                                ? ChargeRequest.ABANDONED
                                : "authentication_expired");
    }

    private static String bank(PaymentIntent intent) {
        var action = intent.getNextAction();
        if (action == null || action.getRedirectToUrl() == null) {
            throw new GatewayTimeout("Stripe names no page for " + intent.getId());
        }
        return action.getRedirectToUrl().getUrl();
    }

    private static String shown(PaymentMethod method) {
        var card = method.getCard();
        return card == null
                ? StringUtils.capitalize(method.getType())
                : brand(card.getBrand()) + " •••• " + card.getLast4();
    }

    private static String brand(String brand) {
        return switch (brand) {
            case "amex" -> "American Express";
            case "diners" -> "Diners Club";
            case "jcb" -> "JCB";
            case "unionpay" -> "UnionPay";
            case "unknown" -> "Card";
            default -> StringUtils.capitalize(brand);
        };
    }
}
