package app.backmatter.orders.payment;

import app.backmatter.database.StartRefused;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Which processor takes the money: of the installation, as {@code backmatter.payments} says, unless a workspace has another. */
public enum PaymentProcessor {
    SANDBOX,
    STRIPE,
    OFF;

    /** However somebody calls it. */
    private static final Profiles PRODUCTION = Profiles.of("production | prod");

    /** @throws StartRefused when the setting names no processor, or the sandbox in production */
    static PaymentProcessor of(Environment environment) {
        var named = environment.getProperty("backmatter.payments", "sandbox").strip();
        boolean production = environment.acceptsProfiles(PRODUCTION);
        return switch (named.toLowerCase(Locale.ROOT)) {
            case "sandbox" -> {
                if (production) {
                    throw new StartRefused(
                            "A production profile does not start with the sandbox, which takes no money; set"
                                    + " BACKMATTER_PAYMENTS to stripe or off, or leave the profile out to try things.");
                }
                yield SANDBOX;
            }
            case "stripe" -> {
                if (environment.getProperty("backmatter.stripe.secret-key", "").isBlank()) {
                    throw new StartRefused("BACKMATTER_PAYMENTS=stripe needs BACKMATTER_STRIPE_SECRET_KEY.");
                }
                yield STRIPE;
            }
            case "off" -> OFF;
            default ->
                throw new StartRefused("BACKMATTER_PAYMENTS names no card processor: use sandbox, stripe or off.");
        };
    }
}
