package app.backmatter.support.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Stripe's address for many accounts at once: leads each request to the line of the account whose key is in it. */
public final class StripeDoor implements AutoCloseable {
    static {
        // an answer in two packets would wait for its first one to be acknowledged
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** Answers what one account is asked. */
    public interface Line {
        /** @return nothing when the connection is to break */
        Optional<Told> answer(Asked asked);
    }

    public StripeDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void connect(String secret, Line line) {
        lines.put(secret, line);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = asked(exchange);
            var told = Objects.requireNonNull(lines.get(asked.secret())).answer(asked);
            if (told.isPresent()) {
                var body = told.get().body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", told.get().type());
                exchange.sendResponseHeaders(told.get().status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return Asked.of(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                Objects.requireNonNullElse(headers.getFirst("Idempotency-Key"), ""),
                Objects.requireNonNullElse(headers.getFirst("Authorization"), ""));
    }
}
