package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.util.List;
import java.util.Map;

/** Payments on Stripe's own page, which Stripe calls a checkout session. */
final class HostedPayments {
    private static final String PATH = "/v1/checkout/sessions";
    private static final Map<String, Object> WITH_CARD =
            Map.of("expand", List.of("payment_intent", "payment_intent.payment_method"));

    private final StripeApi stripe;
    private final StripeBooks books;
    private final StripeAccount account;
    private final IntentResult intents;

    HostedPayments(StripeApi stripe, StripeBooks books, StripeAccount account, IntentResult intents) {
        this.stripe = stripe;
        this.books = books;
        this.account = account;
        this.intents = intents;
    }

    /** Makes the page, or finds the one that the very same request made before. */
    ChargeResult open(StripeCharge charge) throws StripeException {
        var page = created(charge);
        var named = books.name(charge, page.getId());
        return named.isGivenUp() ? abandoned() : result(named, page);
    }

    ChargeResult find(StripeCharge charge) throws StripeException {
        return charge.isNamed() ? result(charge, load(charge)) : open(charge);
    }

    /**
     * Closes the page unless it is paid already. Where Stripe tells of none, be it for a day, as it repeats what it answered
     * first, nobody was led to one, and nobody will be.
     */
    ChargeResult abandon(StripeCharge charge) throws StripeException {
        if (charge.isNamed()) {
            return close(charge);
        }
        try {
            var named = books.name(charge, created(charge).getId());
            return named.isGivenUp() ? abandoned() : close(named);
        } catch (StripeException e) {
            if (books.giveUp(charge)) {
                return abandoned();
            }
            throw e;
        }
    }

    private ChargeResult close(StripeCharge known) throws StripeException {
        try {
            stripe.<Session>post(
                    account, PATH + "/" + known.object() + "/expire", Map.of(), known.key() + ":expire", Session.class);
            return abandoned();
        } catch (InvalidRequestException e) {
            var result = find(known);
            if (result instanceof ChargeResult.NeedsAuthentication) {
                throw new GatewayTimeout("Stripe can't close " + known.object());
            }
            return result;
        }
    }

    private Session created(StripeCharge charge) throws StripeException {
        return stripe.post(account, PATH, RequestJson.read(charge.request()), charge.key(), Session.class);
    }

    private Session load(StripeCharge charge) throws StripeException {
        return stripe.get(account, PATH + "/" + charge.object(), WITH_CARD, Session.class);
    }

    private ChargeResult result(StripeCharge charge, Session session) throws StripeException {
        return switch (session.getStatus()) {
            case "open" -> new ChargeResult.NeedsAuthentication(session.getUrl());
            case "expired" -> abandoned();
            default -> {
                var intent = session.getPaymentIntentObject();
                yield intents.of(charge, intent == null ? intents.load(session.getPaymentIntent()) : intent);
            }
        };
    }

    private static ChargeResult abandoned() {
        return new ChargeResult.Refused(ChargeRequest.ABANDONED);
    }
}
