package app.backmatter.orders.payment.stripe;

import com.stripe.exception.CardException;
import com.stripe.model.StripeError;
import org.jspecify.annotations.Nullable;

/**
 * Why a card was declined, in our words. What hints at theft or fraud is told as a plain refusal, as Stripe asks.
 *
 * @see <a href="https://docs.stripe.com/declines/codes">Stripe's codes</a>
 */
final class DeclineReason {
    static final String PLAIN = "card_declined";
    private static final String AUTHENTICATION = "authentication_required";

    private DeclineReason() {}

    static String of(CardException e) {
        return of(e.getCode(), e.getDeclineCode());
    }

    static String of(@Nullable StripeError error) {
        return error == null ? PLAIN : of(error.getCode(), error.getDeclineCode());
    }

    static boolean isAuthentication(CardException e) {
        return AUTHENTICATION.equals(e.getCode()) || AUTHENTICATION.equals(e.getDeclineCode());
    }

    private static String of(@Nullable String code, @Nullable String declineCode) {
        return switch (declineCode == null ? String.valueOf(code) : declineCode) {
            case "insufficient_funds", "withdrawal_count_limit_exceeded", "card_velocity_exceeded" ->
                "insufficient_funds";
            case "expired_card" -> "expired_card";
            case AUTHENTICATION, "authentication_not_handled", "payment_intent_authentication_failure" ->
                "authentication_refused";
            case "processing_error", "issuer_not_available", "try_again_later", "reenter_transaction" -> "try_again";
            default -> PLAIN;
        };
    }
}
