package app.backmatter.mail.dkim;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs a message for a domain: rsa-sha256, relaxed/relaxed. What a signature costs is the one operation with the private
 * key; a message is read once.
 *
 * @param selector under which DNS has the public key
 */
public record DkimSigner(String domain, String selector, PrivateKey key, Clock clock) {
    /** Twice From: nobody can add one that mail programs would show instead. */
    private static final List<String> SIGNED = List.of(
            "From",
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
    private static final String NAME = "DKIM-Signature";
    private static final int LINE = 72;

    /**
     * @param message headers, an empty line and the body, in lines that end with CR LF
     * @return the same with the signature before it
     */
    public String sign(String message) {
        int end = message.indexOf("\r\n\r\n") + 2;
        var body = new RelaxedBody(false);
        var bytes = message.substring(end + 2).getBytes(StandardCharsets.UTF_8);
        body.write(bytes, 0, bytes.length);
        var headers = headers(message.substring(0, end));
        return NAME + ": " + signature(headers::get, body.hash()) + "\r\n" + message;
    }

    /** Adds the signature. Nothing may change afterwards. */
    public void sign(MimeMessage message) throws MessagingException {
        var body = new RelaxedBody(true);
        try {
            message.writeTo(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var name : SIGNED) {
            var values = message.getHeader(name);
            if (values != null) {
                headers.put(name, values[values.length - 1]);
            }
        }
        message.addHeader(NAME, signature(headers::get, body.hash()));
    }

    private String signature(Function<String, @Nullable String> headers, String bodyHash) {
        var names = new ArrayList<String>();
        var signed = new StringBuilder(1_024);
        for (var name : SIGNED) {
            var value = headers.apply(name);
            if (value != null) {
                if (!names.contains(name)) {
                    signed.append(relaxed(name, value)).append("\r\n");
                }
                names.add(name);
            }
        }
        var unsigned =
                "v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n\td=%s;\r\n\ts=%s; t=%d;\r\n\th=%s;\r\n\tbh=%s;\r\n\tb="
                        .formatted(
                                domain,
                                selector,
                                clock.instant().getEpochSecond(),
                                fold(String.join(":", names)),
                                bodyHash);
        signed.append(relaxed(NAME, unsigned));
        return unsigned + wrap(crypt(signed.toString()));
    }

    private String crypt(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 6376, 3.4.2. */
    private static String relaxed(String name, String value) {
        return name.toLowerCase(Locale.ROOT)
                + ":"
                + BLANKS.matcher(value).replaceAll(" ").strip();
    }

    /** Of those that are there more than once, the last. */
    private static Map<String, String> headers(String head) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int from = 0; from < head.length(); ) {
            int end = head.indexOf("\r\n", from);
            while (end + 2 < head.length() && isBlank(head.charAt(end + 2))) {
                end = head.indexOf("\r\n", end + 2);
            }
            int colon = head.indexOf(':', from);
            headers.put(head.substring(from, colon), head.substring(colon + 1, end));
            from = end + 2;
        }
        return headers;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Breaks after colons, where blanks may stand. */
    private static String fold(String names) {
        return names.replaceAll("(.{40,64}:)(?=.)", "$1\r\n\t ");
    }

    private static String wrap(String base64) {
        return base64.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n\t ");
    }
}
