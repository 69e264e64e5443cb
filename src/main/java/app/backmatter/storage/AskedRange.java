package app.backmatter.storage;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a file a request asks for (RFC 9110, section 14). */
sealed interface AskedRange {
    Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*");

    /** All: nothing else was asked for, or something that servers may pass over, such as several parts at once. */
    record Whole() implements AskedRange {}

    /** Both ends belong to it. */
    record Part(long first, long last) implements AskedRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Begins behind the last byte. */
    record Beyond() implements AskedRange {}

    /** @param header absent when the request has none */
    static AskedRange of(@Nullable String header, long size) {
        var asked = header == null ? null : ONE.matcher(header);
        if (asked == null
                || !asked.matches()
                || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new Whole();
        }
        return asked.group(1).isEmpty()
                ? suffix(number(asked.group(2)), size)
                : part(
                        number(asked.group(1)),
                        asked.group(2).isEmpty() ? Long.MAX_VALUE : number(asked.group(2)),
                        size);
    }

    private static AskedRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Beyond() : new Part(Math.max(0, size - length), size - 1);
    }

    private static AskedRange part(long first, long last, long size) {
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Beyond() : new Part(first, Math.min(last, size - 1));
    }

    /** What has more digits than any file has bytes is more than any file has. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
