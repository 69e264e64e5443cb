package app.backmatter.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that says no: 554 to recipients that begin with {@code refused}, 451 to those that begin with
 * {@code busy}. It keeps the recipients of what it accepted.
 */
public final class SmtpDoor implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    public SmtpDoor() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 ready\r\n");
            out.flush();
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (command.equals("DATA")) {
                    reply(out, "354 go on");
                    skipMessage(in);
                    accepted.add(recipient);
                }
                reply(out, answer(command, recipient));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(String command, String recipient) {
        if (command.startsWith("RCPT") && recipient.startsWith("refused")) {
            return "554 no such person";
        }
        if (command.startsWith("RCPT") && recipient.startsWith("busy")) {
            return "451 try again later";
        }
        return command.equals("QUIT") ? "221 bye" : "250 fine";
    }

    private static void skipMessage(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // only its end matters
        }
    }

    private static void reply(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
