package app.backmatter.accounts;

import java.util.Arrays;

/** Who an address belongs to for counting: an IPv4 address itself, of IPv6 the first half, as one customer has all of it. */
public final class Network {
    private Network() {}

    /** @param address as the server tells it, never from a header */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var groups = address.replaceFirst("%.*", "").split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
