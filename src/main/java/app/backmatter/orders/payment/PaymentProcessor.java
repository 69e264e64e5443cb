package app.backmatter.orders.payment;

import app.backmatter.database.StartRefused;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Which processor takes the money of this installation, as {@code backmatter.payments} says. */
public enum PaymentProcessor {
    SANDBOX,
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
                            "A production profile does not start with the sandbox card processor, which takes "
                                    + "no money; set BACKMATTER_PAYMENTS=off, or leave the profile out to try things.");
                }
                yield SANDBOX;
            }
            case "off" -> OFF;
            default -> throw new StartRefused("BACKMATTER_PAYMENTS names no card processor: use sandbox or off.");
        };
    }
}
