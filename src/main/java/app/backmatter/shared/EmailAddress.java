package app.backmatter.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as it is stored and compared: trimmed, in lower case, at most 254 characters (RFC 5321), without white
 * space, control characters or brackets, so that it can never break a mail header. International addresses pass.
 */
public record EmailAddress(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\]]{1,64}@[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\]_/?#%&=+!*']+\\.[^\\s\\p{Cntrl}@.<>(),;:\\\\\"\\[\\]_/?#%&=+!*']{2,63}");

    /** Stands where the address of a person stood who was erased. No mail goes there. */
    public static final EmailAddress ERASED = new EmailAddress("erased@person.invalid");

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    public static Optional<EmailAddress> parse(String text) {
        var normal = text.strip().toLowerCase(Locale.ROOT);
        return isValid(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
    }

    public boolean isErased() {
        return equals(ERASED);
    }

    /** With its domain as DNS and mail servers know it. */
    public String ascii() {
        return ascii(value);
    }

    /** @return the same where it has no such form: a mail server may say so of this one, and no other mail suffers */
    public static String ascii(String address) {
        if (isAscii(address)) {
            return address;
        }
        int at = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, at) + IDN.toASCII(address.substring(at));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(String text) {
        return text.length() <= 254
                && (isPlain(text) || text.equals(text.strip().toLowerCase(Locale.ROOT)))
                && !text.contains("..")
                && !text.startsWith(".")
                && (isPlain(text) || hasShape(text));
    }

    /** Whether it is like nearly all addresses, which saves a million of them the look at their shape. */
    static boolean isPlain(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        int ending = text.length() - dot - 1;
        return at >= 1
                && at <= 64
                && dot > at + 1
                && ending >= 2
                && ending <= 63
                && areLettersAndDots(text, 0, at)
                && areLettersAndDots(text, at + 1, text.length());
    }

    private static boolean areLettersAndDots(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char each = text.charAt(at);
            if ((each < 'a' || each > 'z') && (each < '0' || each > '9') && each != '.' && each != '-') {
                return false;
            }
        }
        return true;
    }

    /** Whether its shape is that of an address, plain or not. */
    static boolean hasShape(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
