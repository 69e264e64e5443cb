package app.backmatter.orders.payment.stripe;

import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.RefundNews;
import app.backmatter.orders.payment.RefundRequest;
import app.backmatter.orders.payment.RefundResult;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks with Stripe in the name of one account, and tells its exceptions in the words of the port. */
final class StripeTalk {
    private static final Logger log = LoggerFactory.getLogger(StripeTalk.class);

    private final HostedPayments pages;
    private final OneClickPayments cards;
    private final StripeRefunds refunds;
    private final StripeDisputes disputes;
    private final ToldEvents told;

    StripeTalk(StripeApi stripe, StripeBooks books, StripeAccount account, Instant now) {
        var intents = new IntentResult(stripe, books, account, now);
        pages = new HostedPayments(stripe, books, account, intents);
        cards = new OneClickPayments(stripe, books, account, intents);
        refunds = new StripeRefunds(stripe, account);
        disputes = new StripeDisputes(stripe, account);
        told = new ToldEvents(stripe, account);
    }

    /** @param confirmation for a kept card whose bank wants its owner to be there */
    ChargeResult charge(StripeCharge charge, Map<String, Object> confirmation) {
        try {
            return charge.kind() == StripeCharge.Kind.HOSTED_PAGE
                    ? pages.open(charge)
                    : cards.charge(charge, confirmation);
        } catch (CardException e) {
            return new ChargeResult.Refused(DeclineReason.of(e));
        } catch (StripeException e) {
            requireAnswer(e);
            log.error("Stripe refuses payment {}", charge.key(), e);
            return StripeGateway.UNAVAILABLE;
        }
    }

    Optional<ChargeResult> find(StripeCharge charge) {
        try {
            return charge.kind() == StripeCharge.Kind.HOSTED_PAGE
                    ? Optional.of(pages.find(charge))
                    : cards.find(charge);
        } catch (StripeException e) {
            return Optional.of(notMade(charge, e));
        }
    }

    ChargeResult abandon(StripeCharge charge) {
        try {
            return charge.kind() == StripeCharge.Kind.HOSTED_PAGE ? pages.abandon(charge) : cards.abandon(charge);
        } catch (StripeException e) {
            return notMade(charge, e);
        }
    }

    RefundResult refund(RefundRequest request) {
        try {
            return refunds.refund(request);
        } catch (StripeException e) {
            requireAnswer(e);
            log.warn("Stripe refuses refund {}", request.idempotencyKey(), e);
            return new RefundResult.Refused(StripeRefunds.reason(e));
        }
    }

    Optional<RefundResult> findRefund(RefundRequest request) {
        try {
            return refunds.find(request);
        } catch (StripeException e) {
            throw timeout(e);
        }
    }

    /** All refunds of a charge, whoever made them. */
    List<RefundNews> refundsOf(String charge) {
        try {
            return refunds.of(charge);
        } catch (StripeException e) {
            throw timeout(e);
        }
    }

    DisputeNews dispute(String id) {
        try {
            return disputes.find(id);
        } catch (StripeException e) {
            throw timeout(e);
        }
    }

    /** Our name of the payment that a charge is of; empty for what was not sold here. */
    String paymentOf(String charge) {
        try {
            return disputes.payment(charge);
        } catch (StripeException e) {
            throw timeout(e);
        }
    }

    /** What happened to the account, each event as JSON. */
    List<String> eventsSince(Instant moment) {
        try {
            return told.since(moment);
        } catch (StripeException e) {
            throw timeout(e);
        }
    }

    /** A page that Stripe would not make even now was never made; of anything else nobody knows what became of it. */
    private static ChargeResult notMade(StripeCharge charge, StripeException e) {
        boolean neverMade = charge.kind() == StripeCharge.Kind.HOSTED_PAGE
                && !charge.isNamed()
                && Integer.valueOf(400).equals(e.getStatusCode());
        if (neverMade) {
            return StripeGateway.UNAVAILABLE;
        }
        throw timeout(e);
    }

    private static void requireAnswer(StripeException e) {
        if (StripeApi.isPassing(e)) {
            throw timeout(e);
        }
    }

    private static GatewayTimeout timeout(StripeException e) {
        return new GatewayTimeout("Stripe: " + e.getMessage());
    }
}
