package app.backmatter.mail.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Commands to a mail server, and its replies (RFC 5321, 4.2). */
final class SmtpLine {
    private static final int GOING_AWAY = 421;
    private static final int LONGEST_REPLY = 64_000;

    private final InputStream in;
    private final OutputStream out;

    /** @param limit for one write */
    SmtpLine(Socket socket, Duration limit) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream(), 2_048);
        this.out = new BufferedOutputStream(WatchedOutput.of(socket, limit), 16_384);
    }

    /** @param text all its lines, joined by line breaks, without their codes */
    record Reply(int code, String text) {
        boolean isGood() {
            return code >= 200 && code < 300;
        }

        boolean isFinal() {
            return code >= 500;
        }

        @Override
        public String toString() {
            return code + " " + text;
        }
    }

    /** @param texts whole lines, ended by CR LF, in ASCII or UTF-8 where the server takes it */
    void send(String... texts) throws IOException {
        for (var text : texts) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    Reply ask(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    /** @throws IOException also when the server says that it goes away */
    Reply reply() throws IOException {
        var text = new StringBuilder();
        String line;
        do {
            line = line();
            text.append(text.isEmpty() ? "" : "\n").append(line, Math.min(4, line.length()), line.length());
        } while (line.length() > 3 && line.charAt(3) == '-' && text.length() < LONGEST_REPLY);
        var reply = new Reply(code(line), text.toString());
        if (reply.code == GOING_AWAY) {
            throw new Unreached(Trouble.Kind.BUSY, reply.toString());
        }
        return reply;
    }

    private static int code(String line) throws IOException {
        try {
            return Integer.parseInt(line, 0, 3, 10);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("Not a reply of a mail server: " + line, e);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_REPLY) {
                throw new Unreached(Trouble.Kind.HUNG_UP, "The mail server hung up");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
