package app.backmatter.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows the texts that it was told, and says of every other name that there is none. */
public final class TestDns {
    private static final int TXT = 16;
    private static final Map<String, List<String>> TEXTS = new ConcurrentHashMap<>();
    private static final DatagramSocket SOCKET = open();

    private TestDns() {}

    /** As {@code backmatter.mail.dns} wants it. */
    public static String address() {
        return "dns://127.0.0.1:" + SOCKET.getLocalPort();
    }

    /** @param strings of which the text is made; none for a name whose question stays unanswered */
    public static void publish(String name, String... strings) {
        TEXTS.put(name, List.of(strings));
    }

    /** In one piece; empty for a name without. */
    public static String text(String name) {
        return String.join("", TEXTS.getOrDefault(name, List.of()));
    }

    private static DatagramSocket open() {
        try {
            var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("test-dns").start(() -> serve(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(DatagramSocket socket) {
        try {
            while (true) {
                var question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                var answer = answer(question.getData(), question.getLength());
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 1035, 4.1. */
    private static byte[] answer(byte[] question, int length) throws IOException {
        var name = name(question);
        var strings = TEXTS.get(name);
        if (strings != null && strings.isEmpty()) {
            return new byte[0];
        }
        int end = 12 + name.length() + 2 + 4;
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(strings == null ? 0x8583 : 0x8580);
        out.writeShort(1);
        out.writeShort(strings == null ? 0 : 1);
        out.writeShort(0);
        out.writeShort(0);
        out.write(question, 12, end - 12);
        if (strings != null) {
            out.writeShort(0xc00c);
            out.writeShort(TXT);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(
                    strings.stream().mapToInt(string -> string.length() + 1).sum());
            for (var string : strings) {
                out.writeByte(string.length());
                out.write(string.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return length < end ? new byte[0] : bytes.toByteArray();
    }

    private static String name(byte[] question) {
        var name = new StringBuilder();
        for (int at = 12; question[at] != 0; at += question[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        return name.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
