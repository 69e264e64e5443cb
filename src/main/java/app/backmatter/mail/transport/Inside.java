package app.backmatter.mail.transport;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that mean nothing, or somebody else, outside of the installation's own network. */
final class Inside {
    private Inside() {}

    static boolean contains(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isShared(address.getAddress())
                || address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** 0.0.0.0/8, 100.64.0.0/10 of providers, and 240.0.0.0/4 that nobody has. */
    private static boolean isShared(byte[] bytes) {
        int first = bytes[0] & 0xff;
        return bytes.length == 4 && (first == 0 || first >= 240 || first == 100 && (bytes[1] & 0xc0) == 64);
    }
}
