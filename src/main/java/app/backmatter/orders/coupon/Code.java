package app.backmatter.orders.coupon;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a code reads, typed in whatever letters. */
public final class Code {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{3,32}");

    private Code() {}

    /** In capitals; empty when no code looks so. */
    public static Optional<String> read(String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
