package app.backmatter.mail.call;

import static app.backmatter.mail.call.Reading.message;
import static app.backmatter.mail.call.Reading.text;

import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.bounce.ReportKind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Postmark's webhooks: one happening each. Who calls is known by the secret in the address, as Postmark signs nothing. */
final class PostmarkTells {
    private PostmarkTells() {}

    static List<Report> reports(JsonNode told, Reading reading) {
        var record = text(told.path("RecordType"));
        return kind(record, told)
                .map(kind -> List.of(reading.report(
                        kind,
                        message(text(told.path("Metadata").path("message")), ""),
                        address(told),
                        text(told.path(kind == ReportKind.DELIVERED ? "DeliveredAt" : "BouncedAt")),
                        "",
                        text(told.path("Details")),
                        record + ":" + id(told))))
                .orElse(List.of());
    }

    private static String address(JsonNode told) {
        return told.has("Email") ? text(told.path("Email")) : text(told.path("Recipient"));
    }

    private static String id(JsonNode told) {
        return told.has("ID") ? told.path("ID").asString("") : text(told.path("MessageID")) + ":" + address(told);
    }

    /** Empty for what says nothing of whether mails arrive. */
    private static Optional<ReportKind> kind(String record, JsonNode told) {
        return switch (record) {
            case "Delivery" -> Optional.of(ReportKind.DELIVERED);
            case "SpamComplaint" -> Optional.of(ReportKind.COMPLAINT);
            case "Bounce" -> bounce(text(told.path("Type")));
            default -> Optional.empty();
        };
    }

    private static Optional<ReportKind> bounce(String type) {
        return switch (type) {
            case "HardBounce", "BadEmailAddress" -> Optional.of(ReportKind.HARD_BOUNCE);
            case "SoftBounce", "DnsError", "Undeliverable" -> Optional.of(ReportKind.SOFT_BOUNCE);
            case "SpamNotification", "Blocked", "DMARCPolicy", "VirusNotification" -> Optional.of(ReportKind.BLOCKED);
            case "SpamComplaint" -> Optional.of(ReportKind.COMPLAINT);
            default -> Optional.empty();
        };
    }
}
