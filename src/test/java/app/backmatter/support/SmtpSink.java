package app.backmatter.support;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail server that takes everything, fast and by pipelining, and counts what it took by recipient. It can be made to
 * misbehave; what it has not said yes to it has not taken.
 */
public final class SmtpSink implements AutoCloseable {
    /** What it does when sender or recipient are named, or a message has come. */
    public interface Mood {
        Mood KIND = (moment, recipient) -> Act.GO_ON;

        /** @param address the sender's at first, the recipient's from then on */
        Act at(Moment moment, String address);
    }

    public enum Moment {
        SENDER,
        RECIPIENT,
        MESSAGE
    }

    public enum Act {
        GO_ON,
        REFUSE,
        POSTPONE,
        /** 421, and the line is cut. */
        GO_AWAY,
        /** The line is cut without a word; a message that has come is not taken. */
        CUT,
        /** The message is taken, and the line is cut before that is said. */
        TAKE_AND_CUT
    }

    private final ServerSocket server;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final LongAdder messages = new LongAdder();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final boolean keeps;
    private volatile Mood mood = Mood.KIND;

    /** @param keeps whether messages can be read afterwards */
    public SmtpSink(int port, boolean keeps) {
        this.keeps = keeps;
        try {
            server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public static SmtpSink keeping() {
        return new SmtpSink(0, true);
    }

    public SmtpSink in(Mood next) {
        mood = next;
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How often each recipient was written to. */
    public Map<String, AtomicInteger> taken() {
        return taken;
    }

    public long messages() {
        return messages.sum();
    }

    /** As they came, in order. */
    public List<String> kept() {
        return kept;
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
                Thread.ofPlatform().daemon().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Talk(socket.getInputStream(), socket.getOutputStream()).run();
        } catch (IOException e) {
            // the other side went: nothing was taken that was not said yes to
        }
    }

    private final class Talk {
        private final BufferedInputStream in;
        private final BufferedOutputStream out;
        private String recipient = "";

        Talk(InputStream in, OutputStream out) {
            this.in = new BufferedInputStream(in, 16_384);
            this.out = new BufferedOutputStream(out);
        }

        void run() throws IOException {
            say("220 sink");
            for (var line = line(); line != null; line = line()) {
                if (!answer(line.toUpperCase(Locale.ROOT), line)) {
                    return;
                }
            }
        }

        private static String inBrackets(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }

        private boolean answer(String command, String line) throws IOException {
            if (command.startsWith("EHLO")) {
                say("250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
            } else if (command.startsWith("MAIL")) {
                return act(mood.at(Moment.SENDER, inBrackets(line)), "250 ok");
            } else if (command.startsWith("RCPT")) {
                recipient = inBrackets(line);
                return act(mood.at(Moment.RECIPIENT, recipient), "250 ok");
            } else if (command.equals("DATA")) {
                if (recipient.isEmpty()) {
                    say("503 nobody to send it to");
                    return true;
                }
                say("354 go on");
                out.flush();
                var message = message();
                var act = mood.at(Moment.MESSAGE, recipient);
                if (act == Act.GO_ON || act == Act.TAKE_AND_CUT) {
                    take(message);
                }
                var goesOn = act(act, "250 taken");
                // as servers do once a message is theirs: what comes behind it may take its time, or cut the line
                out.flush();
                recipient = "";
                return goesOn;
            } else if (command.startsWith("QUIT")) {
                say("221 bye");
                out.flush();
                return false;
            } else {
                recipient = command.startsWith("RSET") ? "" : recipient;
                say("250 ok");
            }
            return true;
        }

        private boolean act(Act act, String fine) throws IOException {
            switch (act) {
                case GO_ON -> say(fine);
                case REFUSE -> {
                    say("550 5.1.1 nobody of that name");
                    recipient = "";
                }
                case POSTPONE -> {
                    say("451 4.7.0 try again later");
                    recipient = "";
                }
                case GO_AWAY -> {
                    say("421 4.3.2 closing");
                    out.flush();
                }
                case CUT, TAKE_AND_CUT -> {
                    // nothing is said
                }
            }
            return act == Act.GO_ON || act == Act.REFUSE || act == Act.POSTPONE;
        }

        private void take(String message) {
            messages.increment();
            taken.computeIfAbsent(recipient, _ -> new AtomicInteger()).incrementAndGet();
            if (keeps) {
                kept.add(message);
            }
        }

        private void say(String reply) throws IOException {
            out.write(reply.getBytes(StandardCharsets.US_ASCII));
            out.write('\r');
            out.write('\n');
        }

        private String line() throws IOException {
            if (in.available() == 0) {
                out.flush();
            }
            var line = new StringBuilder(80);
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.charAt(line.length() - 1) == '\r'
                            ? line.substring(0, line.length() - 1)
                            : line.toString();
                }
                line.append((char) c);
            }
            return null;
        }

        /** Up to the dot on a line of its own; dots that were doubled for that are single again. */
        private String message() throws IOException {
            var message = new ByteArrayOutputStream(8_192);
            var last = new int[] {'\r', '\n'};
            boolean lineStart = true;
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (lineStart && c == '.') {
                    int next = in.read();
                    if (next == '\r') {
                        in.read();
                        return message.toString(StandardCharsets.ISO_8859_1);
                    }
                    c = next;
                }
                message.write(c);
                lineStart = c == '\n' && last[1] == '\r';
                last[1] = c;
            }
            throw new IOException("cut off");
        }
    }

    /**
     * Takes mails until it is ended, and says how many: {@code SmtpSink PORT [troubled | MILLISECONDS]}. A troubled one
     * takes its time, cuts lines, goes away, puts off, and refuses everybody whose address has 77 in it; else it takes so
     * long for each mail.
     */
    public static void main(String... arguments) throws InterruptedException {
        try (var sink = new SmtpSink(Integer.parseInt(arguments[0]), false)) {
            if (arguments.length > 1) {
                sink.in(arguments[1].equals("troubled") ? SmtpSink::troubled : slow(Integer.parseInt(arguments[1])));
            }
            for (long before = -1; true; before = sink.messages()) {
                Thread.sleep(500);
                if (sink.messages() != before) {
                    System.out.println(
                            sink.messages() + " messages to " + sink.taken().size() + " recipients");
                }
            }
        }
    }

    private static Mood slow(int milliseconds) {
        return (moment, recipient) -> {
            if (moment == Moment.MESSAGE) {
                LockSupport.parkNanos(milliseconds * 1_000_000L);
            }
            return Act.GO_ON;
        };
    }

    private static Act troubled(Moment moment, String recipient) {
        if (moment == Moment.RECIPIENT && recipient.contains("77")) {
            return Act.REFUSE;
        }
        int luck = ThreadLocalRandom.current().nextInt(10_000);
        if (luck < 100) {
            LockSupport.parkNanos(20_000_000);
        }
        return luck < 2
                ? Act.CUT
                : luck < 4 ? Act.GO_AWAY : luck < 6 && moment == Moment.RECIPIENT ? Act.POSTPONE : Act.GO_ON;
    }
}
