package app.backmatter.orders.payment.stripe;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where Stripe is asked: at addresses of Stripe's own and the installation's, so that what an owner writes into the settings
 * never leads a request, with a key in it, to anything else.
 */
@Component
public class StripeHosts {
    private final StripeSettings settings;

    StripeHosts(StripeSettings settings) {
        this.settings = settings;
    }

    /** Whether the installation lets owners name other addresses, too. */
    public boolean areOpen() {
        return settings.allowOtherAddresses();
    }

    /** @param address with nothing behind its host */
    public boolean have(String address) {
        try {
            var uri = URI.create(address);
            return has(uri)
                    && List.of("", "/").contains(uri.getPath())
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IOException when it is none of them */
    void require(URI address) throws IOException {
        if (!has(address)) {
            throw new IOException(address.getHost() + " is no address of Stripe's");
        }
    }

    private boolean has(URI address) {
        if (address.getHost() == null || address.getUserInfo() != null) {
            return false;
        }
        return isStripes(address) || isInstallations(address) || areOpen() && isWeb(address);
    }

    private static boolean isStripes(URI address) {
        return "https".equals(address.getScheme())
                && address.getPort() == -1
                && address.getHost().endsWith(".stripe.com");
    }

    private boolean isInstallations(URI address) {
        return address.getAuthority().equals(settings.apiBase().getAuthority())
                && settings.apiBase().getScheme().equals(address.getScheme());
    }

    private static boolean isWeb(URI address) {
        return List.of("http", "https").contains(String.valueOf(address.getScheme()));
    }
}
