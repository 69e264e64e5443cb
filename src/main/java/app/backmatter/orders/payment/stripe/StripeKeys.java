package app.backmatter.orders.payment.stripe;

import java.util.regex.Pattern;

/** How Stripe's keys look. */
public final class StripeKeys {
    private static final Pattern SECRET = Pattern.compile("(sk|rk)_(test|live)_[A-Za-z0-9_]{8,300}");
    private static final Pattern WEBHOOK = Pattern.compile("whsec_[A-Za-z0-9+/=_-]{8,300}");

    private StripeKeys() {}

    /** A secret key, or a restricted one. */
    public static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    /** The key that is meant for pages, and is often taken for the secret one. */
    public static boolean isPublishable(String text) {
        return text.startsWith("pk_");
    }

    public static boolean isWebhookSecret(String text) {
        return WEBHOOK.matcher(text).matches();
    }

    static boolean isTest(String secret) {
        return secret.contains("_test_");
    }

    static String end(String key) {
        return key.substring(Math.max(0, key.length() - 4));
    }
}
