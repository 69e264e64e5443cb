package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentIntentCollection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Charges to a card that Stripe keeps, which Stripe calls payment intents. */
final class OneClickPayments {
    private static final String PATH = "/v1/payment_intents";

    private final StripeApi stripe;
    private final StripeBooks books;
    private final StripeAccount account;
    private final IntentResult intents;

    OneClickPayments(StripeApi stripe, StripeBooks books, StripeAccount account, IntentResult intents) {
        this.stripe = stripe;
        this.books = books;
        this.account = account;
        this.intents = intents;
    }

    /** @param confirmation asks once more if the bank wants its customer to be there */
    ChargeResult charge(StripeCharge charge, Map<String, Object> confirmation) throws StripeException {
        try {
            PaymentIntent intent =
                    stripe.post(account, PATH, RequestJson.read(charge.request()), charge.key(), PaymentIntent.class);
            return intents.of(books.name(charge, intent.getId()), intent);
        } catch (CardException e) {
            var refused = e.getStripeError().getPaymentIntent();
            var known = refused == null ? charge : books.name(charge, refused.getId());
            return known.isNamed() && DeclineReason.isAuthentication(e)
                    ? authenticate(known, confirmation)
                    : new ChargeResult.Refused(DeclineReason.of(e));
        }
    }

    /** Empty when Stripe made nothing of the key, at least so far. */
    Optional<ChargeResult> find(StripeCharge charge) throws StripeException {
        if (charge.isNamed()) {
            return Optional.of(intents.of(charge, intents.load(charge.object())));
        }
        var found = search(charge);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(intents.of(
                        books.name(charge, found.get().getId()),
                        intents.load(found.get().getId())));
    }

    /**
     * Where Stripe has named nothing, its key is used up by an intent that charges nobody: a request that is still under
     * way finds another one in its place and is refused.
     */
    ChargeResult abandon(StripeCharge charge) throws StripeException {
        var intent = charge.isNamed() ? intents.load(charge.object()) : inItsPlace(charge);
        var known = charge.isNamed() ? charge : books.name(charge, intent.getId());
        return intent.getStatus().equals("succeeded") || intent.getStatus().equals("canceled")
                ? intents.of(known, intent)
                : intents.close(known, intent);
    }

    private ChargeResult authenticate(StripeCharge charge, Map<String, Object> confirmation) throws StripeException {
        PaymentIntent asked = stripe.post(
                account,
                PATH + "/" + charge.object() + "/confirm",
                confirmation,
                charge.key() + ":confirm",
                PaymentIntent.class);
        return intents.of(charge, asked);
    }

    private PaymentIntent inItsPlace(StripeCharge charge) throws StripeException {
        var idle = new LinkedHashMap<String, Object>(RequestJson.read(charge.request()));
        idle.keySet().retainAll(Set.of("amount", "currency", "customer", "metadata"));
        try {
            return stripe.post(account, PATH, idle, charge.key(), PaymentIntent.class);
        } catch (IdempotencyException e) {
            return search(charge)
                    .orElseThrow(() -> new GatewayTimeout("Stripe knows " + charge.key() + " but does not show it"));
        }
    }

    private Optional<PaymentIntent> search(StripeCharge charge) throws StripeException {
        var customer = RequestJson.read(charge.request()).get("customer");
        PaymentIntentCollection latest =
                stripe.get(account, PATH, Map.of("customer", customer, "limit", 100), PaymentIntentCollection.class);
        return latest.getData().stream()
                .filter(intent -> charge.key().equals(intent.getMetadata().get(StripeRequests.PAYMENT)))
                .findFirst();
    }
}
