package app.backmatter.books.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amazon's number for an edition: ten capital letters and digits. */
public record Asin(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{10}");

    public Asin {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an ASIN: " + value);
        }
    }

    public static Optional<Asin> parse(String typed) {
        var normal = typed.strip().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(normal).matches() ? Optional.of(new Asin(normal)) : Optional.empty();
    }
}
