package app.backmatter.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands where Amazon, Postmark and Mailgun are asked. Says yes unless it is told what else to say. */
public final class TestMailServices {
    private static final HttpServer SERVER = open();
    private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    private static volatile Function<Asked, Said> mind = asked -> Said.YES;

    private TestMailServices() {}

    /** @param headers by names in lower case */
    public record Asked(String path, Map<String, String> headers, String body) {}

    public record Said(int status, Map<String, String> headers, byte[] body) {
        public static final Said YES = of(200, "{\"MessageId\": \"0100\", \"ErrorCode\": 0, \"id\": \"<1@mg>\"}");

        public static Said of(int status, String body) {
            return new Said(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static String address() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** From now on; forgets what was asked. */
    public static void say(Function<Asked, Said> next) {
        ASKED.clear();
        mind = next;
    }

    public static List<Asked> asked() {
        return List.copyOf(ASKED);
    }

    private static HttpServer open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.createContext("/", TestMailServices::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(",", values)));
            var asked = new Asked(
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            ASKED.add(asked);
            var said = mind.apply(asked);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(said.status(), said.body().length == 0 ? -1 : said.body().length);
            exchange.getResponseBody().write(said.body());
        }
    }
}
