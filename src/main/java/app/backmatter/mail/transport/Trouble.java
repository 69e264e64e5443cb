package app.backmatter.mail.transport;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;

/**
 * Why a server of mails could not be used: told to authors in words of ours, which the bundles have for each kind, and in small
 * print as libraries and servers say it.
 *
 * @param words of one line; may be empty
 */
public record Trouble(Kind kind, String words) {
    private static final int LONGEST = 250;

    public enum Kind {
        NO_SUCH_SERVER,
        NOBODY_THERE,
        SLOW,
        INSIDE,
        NO_ENCRYPTION,
        UNTRUSTED,
        SIGN_IN,
        NO_FOLDER,
        HUNG_UP,
        BUSY,
        /** Only its own words tell. */
        SAID
    }

    public Trouble {
        words = words.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
    }

    public static Trouble of(Throwable failure) {
        var chain = chain(failure);
        var kind = chain.reversed().stream()
                .map(Trouble::kindOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Kind.SAID);
        var words = chain.stream()
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
        return new Trouble(kind, words.isBlank() ? chain.getLast().getClass().getSimpleName() : words);
    }

    /** As it was stored by its text, or words that were stored without a kind. */
    public static Trouble parse(String text) {
        int end = text.indexOf(' ');
        return kindOf(end < 0 ? text : text.substring(0, end))
                .map(kind -> new Trouble(kind, end < 0 ? "" : text.substring(end)))
                .orElseGet(() -> new Trouble(Kind.SAID, text));
    }

    public boolean isSaid() {
        return kind == Kind.SAID;
    }

    @Override
    public String toString() {
        return isSaid() ? words : (kind + " " + words).strip();
    }

    private static Optional<Kind> kindOf(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static @Nullable Kind kindOf(Throwable failure) {
        return switch (failure) {
            case Unreached known -> known.kind();
            case UnknownHostException _, UnresolvedAddressException _ -> Kind.NO_SUCH_SERVER;
            case ConnectException _, NoRouteToHostException _ -> Kind.NOBODY_THERE;
            case SocketTimeoutException _, HttpTimeoutException _ -> Kind.SLOW;
            case CertificateException _ -> Kind.UNTRUSTED;
            case SSLException _ -> Kind.NO_ENCRYPTION;
            case AuthenticationFailedException _, MailAuthenticationException _ -> Kind.SIGN_IN;
            case FolderNotFoundException _ -> Kind.NO_FOLDER;
            default -> null;
        };
    }
}
