package app.backmatter.orders.payment.stripe;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line in our books about Stripe.
 *
 * @param account null for the installation's
 * @param body what was asked for, so that the same key with another request is found out
 * @param request as JSON; empty once Stripe named the object
 * @param object Stripe's id of its page or its payment; empty until it answered
 * @param release whether to let go what the card grants
 */
record StripeCharge(
        String key,
        @Nullable UUID account,
        Kind kind,
        String body,
        String request,
        String object,
        boolean release,
        Instant askedAt) {
    enum Kind {
        HOSTED_PAGE,
        SAVED_CARD,
        /** Given up before its request came, or before Stripe answered it. */
        ABANDONED
    }

    boolean isNamed() {
        return !object.isEmpty();
    }

    StripeCharge givenUp() {
        return new StripeCharge(key, account, Kind.ABANDONED, body, "", "", release, askedAt);
    }

    boolean isGivenUp() {
        return kind == Kind.ABANDONED;
    }

    StripeCharge named(String id) {
        return new StripeCharge(key, account, kind, body, "", id, release, askedAt);
    }
}
