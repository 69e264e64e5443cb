package app.backmatter.mail.call;

import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.BounceTable;
import app.backmatter.mail.bounce.OurMessages;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.bounce.ReportKind;
import app.backmatter.mail.way.OwnWay;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts together a report from what a service tells, of which anything may be missing. */
record Reading(OwnWay way, Instant now) {
    /** @param theirId unique with the service */
    Report report(
            ReportKind kind,
            Optional<MessageId> message,
            String address,
            String at,
            String status,
            String words,
            String theirId) {
        return new Report(
                kind,
                message.orElse(null),
                way.workspace(),
                EmailAddress.parse(address).orElse(null),
                instant(at),
                status,
                words,
                way.kind().name().toLowerCase(Locale.ROOT),
                theirId);
    }

    /** For what the service is sure of that it will never arrive: unless it was refused for what it is. */
    static ReportKind forGood(String status, String words) {
        if (words.isBlank() && status.isBlank()) {
            return ReportKind.HARD_BOUNCE;
        }
        var kind = BounceTable.kindOf(status, words);
        return kind == ReportKind.BLOCKED ? kind : ReportKind.HARD_BOUNCE;
    }

    /** By our id as it travelled along, else by the header. */
    static Optional<MessageId> message(String tag, String header) {
        return id(tag).or(() -> OurMessages.byHeader(header));
    }

    static String text(JsonNode node) {
        return node.asString("");
    }

    private static Optional<MessageId> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new MessageId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Instant instant(@Nullable String text) {
        try {
            return text == null || text.isEmpty()
                    ? now
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return now;
        }
    }
}
