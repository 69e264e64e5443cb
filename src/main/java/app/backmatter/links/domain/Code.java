package app.backmatter.links.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The seven characters of a short link as a reader types them from a page: no look-alikes (0 and o, 1 and l and i), no
 * vowels that could spell a word. 27 to the power of 7 are ten thousand million codes.
 */
final class Code {
    private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxz";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{7}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    static String random() {
        var code = new StringBuilder(7);
        for (int i = 0; i < 7; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code as we know it, whatever case a phone's keyboard made of it; empty when it can't be one. */
    static Optional<String> read(String typed) {
        var code = typed.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
