package app.backmatter.mail.call;

import static app.backmatter.mail.call.Reading.message;
import static app.backmatter.mail.call.Reading.text;

import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.bounce.ReportKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Mailgun's webhooks: one happening each, signed over a moment and a token. */
final class MailgunTells {
    /** It calls for eight hours when nobody answers. What it told before has no effect when it is told again. */
    private static final Duration OLDEST = Duration.ofHours(9);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private MailgunTells() {}

    static boolean isSigned(JsonNode call, String key, Instant now) {
        var signature = call.path("signature");
        var timestamp = text(signature.path("timestamp"));
        if (key.isEmpty() || !timestamp.matches("\\d{1,11}")) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return at.isAfter(now.minus(OLDEST))
                && at.isBefore(now.plus(AHEAD))
                && isSame(text(signature.path("signature")), hmac(key, timestamp + text(signature.path("token"))));
    }

    static List<Report> reports(JsonNode call, Reading reading) {
        var told = call.path("event-data");
        var status = told.path("delivery-status");
        var words = (status.path("code").asString("") + " " + text(status.path("message")) + " "
                        + text(status.path("description")))
                .strip();
        return kind(told, text(status.path("enhanced-code")), words)
                .map(kind -> List.of(reading.report(
                        kind,
                        message("", text(told.path("message").path("headers").path("message-id"))),
                        text(told.path("recipient")),
                        Instant.ofEpochSecond((long) told.path("timestamp").asDouble(0))
                                .toString(),
                        text(status.path("enhanced-code")),
                        words,
                        text(told.path("id")))))
                .orElse(List.of());
    }

    /** Empty for what says nothing of whether mails arrive, and for failures after which it tries again by itself. */
    private static Optional<ReportKind> kind(JsonNode told, String status, String words) {
        return switch (text(told.path("event"))) {
            case "delivered" -> Optional.of(ReportKind.DELIVERED);
            case "complained" -> Optional.of(ReportKind.COMPLAINT);
            case "failed" ->
                text(told.path("severity")).equals("permanent")
                        ? Optional.of(failure(text(told.path("reason")), status, words))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static ReportKind failure(String reason, String status, String words) {
        return switch (reason) {
            // it tried for hours
            case "old" -> ReportKind.SOFT_BOUNCE;
            case "suppress-bounce" -> ReportKind.HARD_BOUNCE;
            case "suppress-complaint", "suppress-unsubscribe" -> ReportKind.BLOCKED;
            default -> Reading.forGood(status, words);
        };
    }

    private static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
