package app.backmatter.mail.call;

import static app.backmatter.mail.call.Reading.text;

import app.backmatter.mail.bounce.KeepReports;
import app.backmatter.mail.bounce.Report;
import app.backmatter.mail.way.OwnWay;
import app.backmatter.mail.way.OwnWays;
import app.backmatter.pages.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where services call about mails that left by them. A call is acknowledged once what it says is kept; one that is repeated
 * says nothing new.
 */
@Controller
class MailCalls {
    private static final int LONGEST = 1_000_000;

    private final OwnWays ways;
    private final SnsSignature sns;
    private final KeepReports reports;
    private final JsonMapper json;
    private final Clock clock;

    MailCalls(OwnWays ways, SnsSignature sns, KeepReports reports, JsonMapper json, Clock clock) {
        this.ways = ways;
        this.sns = sns;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    /** @param token that only the service knows */
    @PostMapping("/webhooks/mail/{way}/{token}")
    ResponseEntity<Void> hear(@PathVariable UUID way, @PathVariable String token, HttpServletRequest request)
            throws IOException {
        var known =
                ways.find(way).filter(found -> isSame(found.callToken(), token)).orElseThrow(NotFound::new);
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            return hear(known, json.readTree(bytes));
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().build();
        } catch (IOException e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    private ResponseEntity<Void> hear(OwnWay way, JsonNode call) throws IOException {
        var reading = new Reading(way, clock.instant());
        return switch (way.kind()) {
            case SMTP -> throw new NotFound();
            case POSTMARK -> keep(PostmarkTells.reports(call, reading));
            case MAILGUN ->
                MailgunTells.isSigned(call, way.callKey(), clock.instant())
                        ? keep(MailgunTells.reports(call, reading))
                        : ResponseEntity.badRequest().build();
            case SES ->
                sns.isGood(call)
                        ? hearSns(call, reading)
                        : ResponseEntity.badRequest().build();
        };
    }

    private ResponseEntity<Void> hearSns(JsonNode call, Reading reading) throws IOException {
        return switch (text(call.path("Type"))) {
            case "SubscriptionConfirmation" -> {
                sns.confirm(call);
                yield keep(List.of());
            }
            case "Notification" -> keep(SesTells.reports(told(call), reading));
            default -> keep(List.of());
        };
    }

    /** Amazon says in plain words, too, that all is set up. */
    private JsonNode told(JsonNode call) {
        try {
            return json.readTree(text(call.path("Message")));
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private ResponseEntity<Void> keep(List<Report> told) {
        if (!told.isEmpty()) {
            reports.keep(told);
        }
        return ResponseEntity.ok().build();
    }

    private static boolean isSame(String known, String given) {
        return !known.isEmpty()
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
