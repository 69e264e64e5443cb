package app.backmatter.mail.transport.service;

import app.backmatter.mail.transport.Answer;
import app.backmatter.mail.transport.MailLine;
import app.backmatter.mail.transport.Transport;
import app.backmatter.mail.transport.Trouble;
import app.backmatter.mail.transport.Unreached;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Hands messages to a service, each by one request. Follows no redirect: a key goes nowhere else. */
final class ServiceLine implements Transport, MailLine {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int LONGEST_WORDS = 300;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final MailService service;

    ServiceLine(MailService service) {
        this.service = service;
    }

    @Override
    public MailLine connect() {
        return this;
    }

    @Override
    public boolean signs() {
        return true;
    }

    @Override
    public Answer send(String from, String to, String message) throws IOException {
        var parcel = new Parcel(from, to, message.replace("\r\n..", "\r\n."));
        var answer = ask(parcel);
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Accepted();
        }
        if (status == 429 || status >= 500 || status == 408) {
            throw new Unreached(Trouble.Kind.BUSY, words(answer));
        }
        return status == 401 || status == 403
                ? new Answer.SenderRefused(words(answer))
                : service.refusal(parcel, answer);
    }

    /** One line of what it said, with its code. */
    static String words(HttpResponse<String> answer) {
        var body = answer.body().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return answer.statusCode() + " " + body.substring(0, Math.min(LONGEST_WORDS, body.length()));
    }

    private HttpResponse<String> ask(Parcel parcel) throws IOException {
        var request = service.request(parcel)
                .timeout(TIMEOUT)
                .setHeader("User-Agent", "Backmatter")
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        // each request stands for itself
    }
}
