package app.backmatter.books;

import java.net.URI;

/**
 * Where an edition is sold.
 *
 * @param name of the shop, 1 to 60 characters
 * @param url of the edition's page there: https, at most 2,000 characters
 * @throws IllegalArgumentException when either is anything else
 */
public record RetailerLink(String name, String url) {
    public RetailerLink {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("Not a shop's name: " + name);
        }
        if (!isSecure(url)) {
            throw new IllegalArgumentException("Not a shop's address: " + url);
        }
    }

    /** Whether a reader can be led there: a script or another scheme in the address is refused. */
    public static boolean isSecure(String url) {
        try {
            var address = URI.create(url);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null && url.length() <= 2000;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
