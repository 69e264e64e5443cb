package app.backmatter.mail.transport.service;

import app.backmatter.mail.transport.Answer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** Mailgun, with the message as it is. It tracks nothing: links and pictures are counted here. */
final class MailgunService implements MailService {
    private final URI base;
    private final String domain;
    private final String authorization;

    MailgunService(URI base, String domain, String key) {
        this.base = base;
        this.domain = domain;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("api:" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpRequest.Builder request(Parcel parcel) {
        var boundary = "backmatter-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream(parcel.message().length() + 1_000);
        field(body, boundary, "to", parcel.to());
        field(body, boundary, "o:tracking", "no");
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"message\"; filename=\"message.mime\""
                                + "\r\nContent-Type: message/rfc822\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(parcel.bytes());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(base.resolve("/v3/" + domain + "/messages.mime"))
                .header("Authorization", authorization)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** A bad request says in words what is wrong with it: the address, or all that we send. */
    @Override
    public Answer refusal(Parcel parcel, HttpResponse<String> answer) {
        var words = answer.body().toLowerCase(Locale.ROOT);
        boolean recipient =
                answer.statusCode() == 400 && (words.contains("'to' parameter") || words.contains("to parameter"));
        return recipient
                ? new Answer.Refused(ServiceLine.words(answer))
                : new Answer.SenderRefused(ServiceLine.words(answer));
    }

    private static void field(ByteArrayOutputStream body, String boundary, String name, String value) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
