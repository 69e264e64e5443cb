package app.backmatter.mail.transport.service;

import app.backmatter.mail.transport.Answer;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Postmark, which takes no message as it is but its parts. Its streams keep mails to many apart from those to one. Our id
 * travels along as metadata and comes back with what happened to the mail.
 */
final class PostmarkService implements MailService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Bad JSON or address, and recipients whom it sends nothing any more. All else is the same for everybody. */
    private static final Set<Integer> ABOUT_RECIPIENT = Set.of(300, 406);

    /** It writes these itself. */
    private static final Set<String> ITS_OWN = Set.of(
            "from",
            "to",
            "reply-to",
            "subject",
            "date",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "dkim-signature");

    private final URI base;
    private final String token;
    private final String listStream;
    private final String serviceStream;

    PostmarkService(URI base, String token, String listStream, String serviceStream) {
        this.base = base;
        this.token = token;
        this.listStream = listStream;
        this.serviceStream = serviceStream;
    }

    @Override
    public HttpRequest.Builder request(Parcel parcel) {
        try {
            return HttpRequest.newBuilder(base.resolve("/email"))
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header("X-Postmark-Server-Token", token)
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body(parcel))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer refusal(Parcel parcel, HttpResponse<String> answer) {
        return ABOUT_RECIPIENT.contains(code(answer.body())) && !answer.body().contains("'From'")
                ? new Answer.Refused(ServiceLine.words(answer))
                : new Answer.SenderRefused(ServiceLine.words(answer));
    }

    private static int code(String body) {
        try {
            return JSON.readTree(body).path("ErrorCode").asInt(0);
        } catch (JacksonException e) {
            return 0;
        }
    }

    private Map<String, Object> body(Parcel parcel) throws MessagingException, IOException {
        var mail = parcel.parsed();
        var body = new LinkedHashMap<String, Object>();
        body.put("From", ((InternetAddress) mail.getFrom()[0]).toUnicodeString());
        body.put("To", parcel.to());
        var replyTo = mail.getHeader("Reply-To", null);
        if (replyTo != null) {
            body.put("ReplyTo", replyTo);
        }
        body.put("Subject", mail.getSubject());
        body.put("MessageStream", parcel.isToList() ? listStream : serviceStream);
        body.put("TrackOpens", false);
        body.put("TrackLinks", "None");
        body.put("Metadata", Map.of("message", parcel.id()));
        var headers = new ArrayList<Map<String, String>>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            if (!ITS_OWN.contains(header.getName().toLowerCase(Locale.ROOT))) {
                headers.add(Map.of("Name", header.getName(), "Value", unfolded(header.getValue())));
            }
        }
        headers.add(Map.of("Name", "X-PM-KeepID", "Value", "true"));
        body.put("Headers", headers);
        var files = new ArrayList<Map<String, String>>();
        addParts(mail, body, files);
        if (!files.isEmpty()) {
            body.put("Attachments", files);
        }
        return body;
    }

    private static void addParts(Part part, Map<String, Object> body, List<Map<String, String>> files)
            throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                addParts(parts.getBodyPart(i), body, files);
            }
        } else if (part.getFileName() != null) {
            files.add(Map.of(
                    "Name", part.getFileName(),
                    "ContentType", part.getContentType().replaceFirst(";(?s).*", ""),
                    "Content",
                            Base64.getEncoder()
                                    .encodeToString(part.getInputStream().readAllBytes())));
        } else {
            body.put(part.isMimeType("text/html") ? "HtmlBody" : "TextBody", String.valueOf(part.getContent()));
        }
    }

    private static String unfolded(String value) {
        return value.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
