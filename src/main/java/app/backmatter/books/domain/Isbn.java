package app.backmatter.books.domain;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.validator.routines.ISBNValidator;

/** An ISBN-13 with the right check digit, as thirteen digits. */
public record Isbn(String digits) {
    private static final ISBNValidator VALIDATOR = ISBNValidator.getInstance(true);

    public Isbn {
        if (digits.length() != 13 || !VALIDATOR.isValidISBN13(digits)) {
            throw new IllegalArgumentException("Not an ISBN-13: " + digits);
        }
    }

    /** With or without hyphens and blanks; an ISBN-10 becomes the ISBN-13 of the same book. */
    public static Optional<Isbn> parse(String typed) {
        var digits =
                VALIDATOR.validate(typed.replaceAll("[\\s\u2010-\u2015-]", "").toUpperCase(Locale.ROOT));
        return Optional.ofNullable(digits).map(Isbn::new);
    }
}
