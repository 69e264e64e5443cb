package app.backmatter.mail.call;

import static app.backmatter.mail.call.Reading.message;
import static app.backmatter.mail.call.Reading.text;

import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.bounce.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What Amazon SES publishes, as an event of a configuration set or a notification of an identity. */
final class SesTells {
    private SesTells() {}

    static List<Report> reports(JsonNode told, Reading reading) {
        var message = message(
                text(told.path("mail").path("tags").path("message").path(0)),
                header(told.path("mail").path("headers")));
        var type = told.has("eventType") ? text(told.path("eventType")) : text(told.path("notificationType"));
        return switch (type) {
            case "Bounce" -> bounces(told.path("bounce"), message, reading);
            case "Complaint" -> complaints(told.path("complaint"), message, reading);
            case "Delivery" -> deliveries(told, message, reading);
            default -> List.of();
        };
    }

    private static List<Report> bounces(JsonNode bounce, Optional<MessageId> message, Reading reading) {
        var reports = new ArrayList<Report>();
        for (var recipient : bounce.path("bouncedRecipients")) {
            var status = text(recipient.path("status"));
            var words = text(recipient.path("diagnosticCode"));
            var address = text(recipient.path("emailAddress"));
            reports.add(reading.report(
                    bounceKind(bounce, status, words),
                    message,
                    address,
                    text(bounce.path("timestamp")),
                    status,
                    words,
                    text(bounce.path("feedbackId")) + ":" + address));
        }
        return reports;
    }

    private static ReportKind bounceKind(JsonNode bounce, String status, String words) {
        var detail = text(bounce.path("bounceSubType"));
        if (text(bounce.path("bounceType")).equals("Permanent")) {
            return detail.equals("General") ? Reading.forGood(status, words) : ReportKind.HARD_BOUNCE;
        }
        return detail.equals("ContentRejected") || detail.equals("AttachmentRejected")
                ? ReportKind.BLOCKED
                : ReportKind.SOFT_BOUNCE;
    }

    /** That Amazon did not send because of an earlier complaint is no complaint about this mail. */
    private static List<Report> complaints(JsonNode complaint, Optional<MessageId> message, Reading reading) {
        var reports = new ArrayList<Report>();
        boolean earlier = text(complaint.path("complaintSubType")).equals("OnAccountSuppressionList");
        for (var recipient : complaint.path("complainedRecipients")) {
            var address = text(recipient.path("emailAddress"));
            reports.add(reading.report(
                    earlier ? ReportKind.BLOCKED : ReportKind.COMPLAINT,
                    message,
                    address,
                    text(complaint.path("timestamp")),
                    "",
                    text(complaint.path("complaintFeedbackType")),
                    text(complaint.path("feedbackId")) + ":" + address));
        }
        return reports;
    }

    private static List<Report> deliveries(JsonNode told, Optional<MessageId> message, Reading reading) {
        var reports = new ArrayList<Report>();
        for (var recipient : told.path("delivery").path("recipients")) {
            var address = text(recipient);
            reports.add(reading.report(
                    ReportKind.DELIVERED,
                    message,
                    address,
                    text(told.path("delivery").path("timestamp")),
                    "",
                    "",
                    "delivery:" + text(told.path("mail").path("messageId")) + ":" + address));
        }
        return reports;
    }

    /** The Message-ID that the mail had before Amazon gave it another. */
    private static String header(JsonNode headers) {
        for (var header : headers) {
            if (text(header.path("name")).equalsIgnoreCase("Message-ID")) {
                return text(header.path("value"));
            }
        }
        return "";
    }
}
