package app.backmatter.mail.dkim;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of domains, as DNS knows them, with room for what a signature puts before them: a name there has 253 characters. */
public final class DomainName {
    private static final Pattern SHAPE =
            Pattern.compile("(?=.{4,230}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private DomainName() {}

    /** @param typed a domain, or an address at it */
    public static Optional<String> parse(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var name = ascii(text.substring(text.lastIndexOf('@') + 1));
        return SHAPE.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** Empty for what can't be one. */
    static String ascii(String name) {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
