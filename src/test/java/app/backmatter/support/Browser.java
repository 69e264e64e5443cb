package app.backmatter.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without JavaScript over real HTTP: keeps cookies, follows nothing by itself, remembers its last answer. */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable HttpResponse<String> answer;

    private Browser(int port) {
        this.port = port;
    }

    public static Browser on(int port) {
        return new Browser(port);
    }

    /** @param cookie as in the header: name=value */
    public Browser withCookie(String cookie) {
        var parts = cookie.split("=", 2);
        cookies.put(parts[0], parts[1]);
        return this;
    }

    /** Sent with every request from now on; a second value of the same name replaces the first. */
    public Browser withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Browser get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public Browser post(String path, Map<String, String> fields) {
        return post(path, form(fields), "application/x-www-form-urlencoded");
    }

    public Browser post(String path, BodyPublisher body, String type) {
        return send(
                HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(body));
    }

    /** Goes where the last answer leads to. */
    public Browser follow() {
        return get(location());
    }

    public int status() {
        return answer().statusCode();
    }

    public String body() {
        return answer().body();
    }

    /** Where the last answer leads to; empty when nowhere. */
    public String location() {
        return answer().headers().firstValue("Location").orElse("");
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public HttpResponse<String> answer() {
        if (answer == null) {
            throw new IllegalStateException("Nothing was asked for yet");
        }
        return answer;
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }

    private Browser send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var parts = header.split(";", 2)[0].split("=", 2);
        if (parts[1].isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(parts[0]);
        } else {
            cookies.put(parts[0], parts[1]);
        }
    }

    private static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
