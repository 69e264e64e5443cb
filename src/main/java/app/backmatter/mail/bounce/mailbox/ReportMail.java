package app.backmatter.mail.bounce.mailbox;

import app.backmatter.mail.MessageId;
import app.backmatter.mail.bounce.BounceTable;
import app.backmatter.mail.bounce.OurMessages;
import app.backmatter.mail.bounce.ReportKind;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a mail reports: a delivery report (RFC 3464) in the shapes that mail servers give it, a complaint (RFC 5965), or a
 * bounce in words alone when both our mail and a status code stand in it.
 */
final class ReportMail {
    /** Nothing that is looked for stands further behind in a part. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_PARTS = 20;
    private static final Pattern QUOTED_ID = Pattern.compile("(?im)^[> \\t]*message-id:\\s*(<[^<>\\s]{1,300}>)");
    private static final Pattern MACHINE =
            Pattern.compile("(?i).*(mailer-daemon|postmaster|mail ?delivery|microsoftexchange).*");

    private final MimeMessage mail;
    private @Nullable Part status;
    private @Nullable Part feedback;
    private @Nullable Part original;
    private @Nullable Part text;
    private int parts;

    private ReportMail(MimeMessage mail) {
        this.mail = mail;
    }

    /**
     * @param about our message; empty when it does not say, or says another's
     * @param status such as 5.1.1; may be empty
     */
    record Found(ReportKind kind, Optional<MessageId> about, String status, String words) {}

    static Optional<Found> read(jakarta.mail.Message message) throws MessagingException, IOException {
        if (!(message instanceof MimeMessage mail)) {
            return Optional.empty();
        }
        var report = new ReportMail(mail);
        report.sort(mail);
        return report.found();
    }

    private Optional<Found> found() throws MessagingException, IOException {
        if (feedback != null) {
            return complaint(feedback);
        }
        if (status != null) {
            return delivery(new DeliveryStatus(start(status)));
        }
        return text != null && isFromAMachine() ? inWords(text) : Optional.empty();
    }

    private void sort(Part part) throws MessagingException, IOException {
        if (++parts > MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int number = 0; number < several.getCount(); number++) {
                sort(several.getBodyPart(number));
            }
        } else if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            status = status == null ? part : status;
        } else if (part.isMimeType("message/feedback-report")) {
            feedback = feedback == null ? part : feedback;
        } else if (isOriginal(part)) {
            original = original == null ? part : original;
        } else if (part.isMimeType("text/plain")) {
            text = text == null ? part : text;
        }
    }

    private boolean isOriginal(Part part) throws MessagingException {
        return part != mail
                && (part.isMimeType("message/rfc822")
                        || part.isMimeType("message/rfc822-headers")
                        || part.isMimeType("text/rfc822-headers")
                        || part.isMimeType("message/global")
                        || part.isMimeType("message/global-headers"));
    }

    private Optional<Found> complaint(Part part) throws MessagingException, IOException {
        var type = header(new InternetHeaders(start(part)), "Feedback-Type");
        return type.equalsIgnoreCase("abuse")
                ? Optional.of(new Found(ReportKind.COMPLAINT, about(), "", ""))
                : Optional.empty();
    }

    /** Of several recipients the one that the mail was to counts; if none is, as when a list passed it on, the mildest word. */
    private Optional<Found> delivery(DeliveryStatus report) throws MessagingException, IOException {
        var to = originalHeader("To").toLowerCase(Locale.ROOT);
        var all = new ArrayList<Outcome>();
        for (int number = 0; number < report.getRecipientDSNCount(); number++) {
            Outcome.of(report.getRecipientDSN(number)).ifPresent(all::add);
        }
        var own = all.stream().filter(outcome -> outcome.isFor(to)).toList();
        return (own.isEmpty() ? all : own)
                .stream()
                        .min((one, other) -> one.kind().compareTo(other.kind()))
                        .map(outcome -> new Found(outcome.kind(), about(), outcome.status(), outcome.words()));
    }

    /** What became of the mail for one of its recipients. */
    private record Outcome(ReportKind kind, List<String> recipients, String status, String words) {
        static Optional<Outcome> of(InternetHeaders headers) {
            var words = withoutType(header(headers, "Diagnostic-Code"));
            var status = statusOf(header(headers, "Status"), words);
            var recipients = Stream.of("Original-Recipient", "Final-Recipient")
                    .map(name -> withoutType(header(headers, name)).toLowerCase(Locale.ROOT))
                    .filter(address -> address.contains("@"))
                    .toList();
            return kind(header(headers, "Action"), status, words)
                    .map(kind -> new Outcome(kind, recipients, status, words.isEmpty() ? status : words));
        }

        private static Optional<ReportKind> kind(String action, String status, String words) {
            return switch (action.toLowerCase(Locale.ROOT)) {
                case "failed" -> Optional.of(BounceTable.kindOf(status, words));
                case "delayed" -> Optional.of(ReportKind.SOFT_BOUNCE);
                case "delivered", "relayed", "expanded" -> Optional.of(ReportKind.DELIVERED);
                default -> Optional.empty();
            };
        }

        /** Some servers say 5.0.0 of all, and more in their words. */
        private static String statusOf(String told, String words) {
            var status = BounceTable.statusIn(told);
            var inWords = BounceTable.statusIn(words);
            return !inWords.isEmpty() && (status.isEmpty() || status.endsWith(".0.0")) ? inWords : status;
        }

        private static String withoutType(String value) {
            return value.replaceFirst("^[\\w-]+\\s*;\\s*", "").strip();
        }

        boolean isFor(String to) {
            return recipients.stream().anyMatch(to::contains);
        }
    }

    private Optional<Found> inWords(Part part) throws MessagingException, IOException {
        var words = new String(start(part).readAllBytes(), StandardCharsets.UTF_8);
        var quoted = QUOTED_ID.matcher(words);
        var about = about().or(() -> quoted.find() ? OurMessages.byHeader(quoted.group(1)) : Optional.empty());
        return words.lines()
                .map(String::strip)
                .filter(line -> !BounceTable.statusIn(line).isEmpty())
                .findFirst()
                .filter(_ -> about.isPresent())
                .map(line -> new Found(BounceTable.kindOf(line), about, BounceTable.statusIn(line), line));
    }

    private boolean isFromAMachine() throws MessagingException {
        var from = mail.getHeader("From", ",");
        return from != null && MACHINE.matcher(from).matches();
    }

    /** By the returned mail's own header, else by where it was returned to, else by what this mail says that it answers. */
    private Optional<MessageId> about() {
        try {
            var answered = Stream.of("In-Reply-To", "References").flatMap(name -> ids(mailHeader(name)));
            var own = OurMessages.byHeader(originalHeader("Message-ID")).or(this::returnedTo);
            return own.isPresent()
                    ? own
                    : answered.flatMap(header -> OurMessages.byHeader(header).stream())
                            .findFirst();
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private Optional<MessageId> returnedTo() {
        return Stream.of("To", "Delivered-To", "X-Original-To", "Envelope-To")
                .flatMap(name -> OurMessages.byReturnAddress(mailHeader(name)).stream())
                .findFirst();
    }

    private static Stream<String> ids(String header) {
        return Arrays.stream(header.strip().split("\\s+")).limit(20);
    }

    private String mailHeader(String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name, " ")).orElse("");
        } catch (MessagingException e) {
            return "";
        }
    }

    /** Of a whole mail that came back mail servers hand out the head by itself. */
    private String originalHeader(String name) throws MessagingException, IOException {
        if (original == null) {
            return "";
        }
        return original.isMimeType("message/rfc822") && original.getContent() instanceof MimeMessage whole
                ? line(whole.getHeader(name, ","))
                : header(new InternetHeaders(start(original)), name);
    }

    private static String header(InternetHeaders headers, String name) {
        return line(headers.getHeader(name, ","));
    }

    private static String line(@Nullable String header) {
        return header == null ? "" : header.replaceAll("\\s+", " ").strip();
    }

    private static InputStream start(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return new ByteArrayInputStream(stream.readNBytes(MOST_BYTES));
        }
    }
}
