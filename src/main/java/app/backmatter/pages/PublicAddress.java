package app.backmatter.pages;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The installation's address as readers see it. Links in mails and QR codes are built from this setting, never from a
 * request's Host.
 */
@ConfigurationProperties("backmatter")
public record PublicAddress(@Name("public-url") String base) {
    public PublicAddress {
        base = base.replaceAll("/+$", "");
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return base + path;
    }

    /** Whether readers come by https, whatever the request behind a proxy looks like. */
    public boolean isSecure() {
        return base.startsWith("https:");
    }

    /** Whether nobody outside reaches it: it names this computer, or a network at home. */
    public boolean isPrivate() {
        return isPrivate(URI.create(base).getHost());
    }

    private static boolean isPrivate(@Nullable String host) {
        return host == null
                || host.matches(
                        "localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*]|[^.]+|.*\\.local");
    }
}
