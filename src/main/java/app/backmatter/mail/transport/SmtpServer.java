package app.backmatter.mail.transport;

import app.backmatter.mail.transport.Trouble.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.util.SocketFetcher;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server of {@code spring.mail.*}, with the properties that Jakarta Mail knows: time-outs, TLS from the start or
 * by STARTTLS, trusted names. Whoever signs in does so by PLAIN or LOGIN.
 */
@Component
public class SmtpServer implements Transport {
    private static final String WRITE_TIMEOUT = ".writetimeout";
    private static final Duration USUAL_WRITE_LIMIT = Duration.ofSeconds(10);

    private final JavaMailSenderImpl settings;

    SmtpServer(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    @Override
    public SmtpConnection connect() throws IOException {
        var socket = open();
        try {
            return greet(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Overridden for servers of others than the installation. */
    Socket open() throws IOException {
        boolean encrypted = "smtps".equals(settings.getProtocol()) || is("ssl.enable");
        int port = settings.getPort() > 0 ? settings.getPort() : encrypted ? 465 : 25;
        return SocketFetcher.getSocket(settings.getHost(), port, properties(), prefix(), encrypted);
    }

    private SmtpConnection greet(Socket socket) throws IOException {
        var line = new SmtpLine(socket, writeLimit());
        expectGood(line.reply(), "greeting", Kind.SAID);
        var extensions = hello(line);
        if (is("starttls.enable") || is("starttls.required")) {
            if (extensions.has("STARTTLS")) {
                expectGood(line.ask("STARTTLS"), "STARTTLS", Kind.NO_ENCRYPTION);
                socket = SocketFetcher.startTLS(socket, settings.getHost(), properties(), prefix());
                line = new SmtpLine(socket, writeLimit());
                extensions = hello(line);
            } else if (is("starttls.required")) {
                throw new Unreached(Kind.NO_ENCRYPTION, "The mail server does not encrypt");
            }
        }
        signIn(line, extensions);
        return new SmtpConnection(socket, line, extensions.has("PIPELINING"));
    }

    private void signIn(SmtpLine line, Extensions extensions) throws IOException {
        var name = settings.getUsername();
        var password = settings.getPassword();
        if (name == null || password == null || name.isEmpty()) {
            return;
        }
        if (extensions.line("AUTH").contains("PLAIN")) {
            expectGood(line.ask("AUTH PLAIN " + base64("\0" + name + "\0" + password)), "sign-in", Kind.SIGN_IN);
        } else {
            line.ask("AUTH LOGIN");
            line.ask(base64(name));
            expectGood(line.ask(base64(password)), "sign-in", Kind.SIGN_IN);
        }
    }

    /** What the server can do, a line each. */
    private record Extensions(String lines) {
        boolean has(String keyword) {
            return !line(keyword).isEmpty();
        }

        /** In capitals, or empty. */
        String line(String keyword) {
            return lines.toUpperCase(Locale.ROOT)
                    .lines()
                    .filter(line -> line.equals(keyword) || line.startsWith(keyword + " "))
                    .findFirst()
                    .orElse("");
        }
    }

    private Extensions hello(SmtpLine line) throws IOException {
        var reply = line.ask("EHLO " + ownName());
        if (!reply.isGood()) {
            reply = line.ask("HELO " + ownName());
        }
        expectGood(reply, "EHLO", Kind.SAID);
        return new Extensions(reply.text());
    }

    private String ownName() {
        var name = property("localhost");
        if (name != null) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static void expectGood(SmtpLine.Reply reply, String step, Kind otherwise) throws IOException {
        if (!reply.isGood()) {
            throw new Unreached(otherwise, step + ": " + reply);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean is(String property) {
        return Boolean.parseBoolean(property(property));
    }

    private @Nullable String property(String name) {
        return properties().getProperty(prefix() + "." + name);
    }

    private Duration writeLimit() {
        var limit = settings.getJavaMailProperties().getProperty(prefix() + WRITE_TIMEOUT);
        return limit == null ? USUAL_WRITE_LIMIT : Duration.ofMillis(Long.parseLong(limit));
    }

    /** Without the limit for writing, which is the line's. */
    private Properties properties() {
        var properties = new Properties();
        properties.putAll(settings.getJavaMailProperties());
        properties.remove(prefix() + WRITE_TIMEOUT);
        return properties;
    }

    private String prefix() {
        return "mail." + (settings.getProtocol() == null ? "smtp" : settings.getProtocol());
    }
}
