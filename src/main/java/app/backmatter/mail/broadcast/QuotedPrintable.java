package app.backmatter.mail.broadcast;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text as bodies of mails carry it (RFC 2045, 6.7), in pieces that may stand next to each other. */
final class QuotedPrintable {
    /** Between two pieces, so that neither makes the other's line too long. A line's end that the reader does not see. */
    static final String SEAM = "=\r\n";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{0,72}");

    private QuotedPrintable() {}

    static String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length() + 64);
        try (var encoder = MimeUtility.encode(bytes, "quoted-printable")) {
            encoder.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return withoutLeadingDots(bytes.toString(StandardCharsets.US_ASCII));
    }

    /** A dot alone on a line ends a message: none begins a line. */
    private static String withoutLeadingDots(String encoded) {
        var quoted = encoded.replace("\n.", "\n=2E");
        return quoted.startsWith(".") ? "=2E" + quoted.substring(1) : quoted;
    }
}
