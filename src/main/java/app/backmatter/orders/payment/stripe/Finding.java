package app.backmatter.orders.payment.stripe;

/**
 * What a look at an account found.
 *
 * @param good whether all is well with it
 * @param messageKey says it to an owner
 * @param detail what the message names; empty where it names nothing
 */
public record Finding(boolean good, String messageKey, String detail) {
    private static final String KEY = "orders.payments.check.";

    static Finding good(String key) {
        return good(key, "");
    }

    static Finding good(String key, String detail) {
        return new Finding(true, KEY + key, detail);
    }

    static Finding bad(String key) {
        return bad(key, "");
    }

    static Finding bad(String key, String detail) {
        return new Finding(false, KEY + key, detail);
    }
}
