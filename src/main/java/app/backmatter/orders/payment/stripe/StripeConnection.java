package app.backmatter.orders.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Stripe's library sends with this, which follows no redirect and asks {@link StripeHosts} first. */
final class StripeConnection extends com.stripe.net.HttpClient {
    /** The JDK's client sets these itself. */
    private static final Set<String> ITS_OWN = Set.of("connection", "content-length", "host");

    private final StripeHosts hosts;
    private final Duration timeout;
    private final HttpClient http;

    StripeConnection(StripeHosts hosts, Duration timeout) {
        this.hosts = hosts;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            var address = URI.create(request.url().toString());
            hosts.require(address);
            var answer = http.send(of(request, address), BodyHandlers.ofString());
            return new StripeResponse(
                    answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
        } catch (IOException e) {
            throw new ApiConnectionException("Stripe does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("Interrupted while Stripe was asked", e);
        }
    }

    private HttpRequest of(StripeRequest request, URI address) {
        var content = request.content();
        var body = content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content.byteArrayContent());
        var built = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .method(request.method().name(), body);
        if (content != null) {
            built.header("Content-Type", content.contentType());
        }
        request.headers().map().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> built.setHeader(name, value));
            }
        });
        built.setHeader("User-Agent", "Backmatter");
        return built.build();
    }
}
