package app.backmatter.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be stored as a link: a whole address on the web, without a name and password in it. */
public final class LinkAddress {
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final int LONGEST = 2000;

    private LinkAddress() {}

    public static Optional<URI> parse(String typed) {
        try {
            return Optional.of(new URI(typed.strip())).filter(LinkAddress::fits);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(URI address) {
        return address.getScheme() != null
                && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.toString().length() <= LONGEST;
    }
}
