package app.backmatter.orders.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;

/** Tells Stripe's calls from anybody else's. */
final class CallSignature {
    /** How old a call may be, so that one that was overheard can't be repeated. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private CallSignature() {}

    /** @param body as it came, to the byte */
    static boolean isGood(String body, String header, String secret, Clock clock) {
        try {
            return !secret.isEmpty()
                    && Webhook.Signature.verifyHeader(body, header, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException e) {
            return false;
        }
    }
}
