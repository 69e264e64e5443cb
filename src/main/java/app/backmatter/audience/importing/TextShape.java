package app.backmatter.audience.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a text file is written, which it does not say itself.
 *
 * @param separator what stands between cells
 * @param saysSeparator whether its first line does nothing but say so, as spreadsheets write it
 * @param lines about how many there are
 */
record TextShape(Charset charset, char separator, boolean saysSeparator, long lines) {
    private static final int HEAD = 1 << 16;
    private static final String SEPARATORS = ",;\t|";
    private static final char MARK = '\ufeff';

    /** Opens the file anew. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** Reads all of it once: only then is it known whether it is UTF-8. */
    static TextShape of(Source source) throws IOException {
        var bytes = new ByteCount();
        try (var in = source.open()) {
            bytes.addAll(in);
        }
        var charset = bytes.charset();
        try (var in = source.open();
                var reader = reader(in, charset)) {
            var head = new char[HEAD];
            int length = reader.read(head, 0, HEAD);
            var first = firstLine(new String(head, 0, Math.max(0, length)));
            boolean says = first.matches("(?i)\"?sep=[,;\t|]\"?");
            return new TextShape(
                    charset, says ? first.charAt(first.indexOf('=') + 1) : separator(first), says, bytes.lines());
        }
    }

    /** Without the mark that may stand at its beginning. */
    static Reader reader(InputStream in, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, charset), HEAD);
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private static String firstLine(String head) {
        boolean quoted = false;
        for (int at = 0; at < head.length(); at++) {
            char each = head.charAt(at);
            quoted ^= each == '"';
            if (!quoted && (each == '\n' || each == '\r') && at > 0) {
                return head.substring(0, at);
            }
        }
        return head;
    }

    private static char separator(String line) {
        var counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            int which = SEPARATORS.indexOf(line.charAt(at));
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int which = 1; which < counts.length; which++) {
            most = counts[which] > counts[most] ? which : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** What the bytes of a file tell about its encoding. */
    private static final class ByteCount {
        private static final Charset WESTERN = Charset.forName("windows-1252");

        /** One in so many bytes may be damage; more are no text. */
        private static final int MOST_ZEROS = 100;

        private long size;
        private long lineFeeds;
        private long returns;
        private long zeros;
        private long letters;
        private long broken;
        private int expected;
        private int first;
        private int second;

        void addAll(InputStream in) throws IOException {
            var buffer = new byte[HEAD];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    add(buffer[at]);
                }
            }
        }

        private void add(byte each) {
            if (size == 0) {
                first = each & 0xff;
            } else if (size == 1) {
                second = each & 0xff;
            }
            size++;
            if (each >= 0) {
                ascii(each);
            } else if ((each & 0xc0) == 0x80) {
                broken += expected == 0 ? 1 : 0;
                letters += expected == 1 ? 1 : 0;
                expected = Math.max(0, expected - 1);
            } else {
                broken += expected > 0 ? 1 : 0;
                int more = (each & 0xe0) == 0xc0 ? 1 : (each & 0xf0) == 0xe0 ? 2 : (each & 0xf8) == 0xf0 ? 3 : 0;
                broken += more == 0 ? 1 : 0;
                expected = more;
            }
        }

        private void ascii(byte each) {
            broken += expected > 0 ? 1 : 0;
            expected = 0;
            lineFeeds += each == '\n' ? 1 : 0;
            returns += each == '\r' ? 1 : 0;
            zeros += each == 0 ? 1 : 0;
        }

        long lines() {
            return Math.max(1, Math.max(lineFeeds, returns));
        }

        /** A damaged letter among many whole ones is damage, not another encoding. */
        Charset charset() {
            if (size == 0) {
                throw new UnreadableList(UnreadableList.Reason.EMPTY);
            }
            if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
                return StandardCharsets.UTF_16;
            }
            if (zeros > size / MOST_ZEROS) {
                throw new UnreadableList(UnreadableList.Reason.NOT_A_LIST);
            }
            return broken == 0 || letters > 10 * broken ? StandardCharsets.UTF_8 : WESTERN;
        }
    }
}
