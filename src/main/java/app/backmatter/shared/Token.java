package app.backmatter.shared;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Unguessable text for private addresses: 128 random bits as 22 characters that need no escaping in a path. */
public final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private Token() {}

    public static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a part of an address can be a token at all. */
    public static boolean isToken(String text) {
        return SHAPE.matcher(text).matches();
    }
}
