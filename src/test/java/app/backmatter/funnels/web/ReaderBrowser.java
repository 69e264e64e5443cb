package app.backmatter.funnels.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A reader's browser without JavaScript and without a cookie: each answer is checked for setting none. Each comes from a
 * network of its own, so that no test uses up another's tries.
 */
final class ReaderBrowser {
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148"
                    + " Safari/604.1";
    private static final AtomicInteger NETWORKS = new AtomicInteger(1);

    private final HttpClient client =
            HttpClient.newBuilder().localAddress(ownNetwork()).build();
    private final String base;
    private final String browser;

    ReaderBrowser(int port) {
        this(port, PHONE);
    }

    ReaderBrowser(int port, String browser) {
        this.base = "http://127.0.0.1:" + port;
        this.browser = browser;
    }

    /** One of the sixteen million addresses of the loopback network. */
    private static InetAddress ownNetwork() {
        int number = NETWORKS.incrementAndGet();
        try {
            return InetAddress.getByAddress(new byte[] {127, 1, (byte) (number >> 8), (byte) number});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** As a browser asks that expects its reader to go there next. */
    Answer prefetch(String path) {
        return send(request(path).header("Sec-Purpose", "prefetch;prerender").GET());
    }

    /** @param fields names and values by turns */
    Answer post(String path, String... fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    Answer postFrom(String site, String path, String... fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private HttpRequest.Builder request(String path) {
        var whole = path.replaceFirst("^https?://[^/]+", "");
        return HttpRequest.newBuilder(URI.create(base + whole)).header("User-Agent", browser);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .as("cookie of " + answer.uri())
                    .isEmpty();
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body(),
                    answer.headers().firstValue("Content-Security-Policy").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String... fields) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param location where a redirect leads, else empty */
    record Answer(int status, String location, String body, String policy) {
        Document page() {
            return Jsoup.parse(body);
        }

        String text() {
            return page().text();
        }
    }
}
