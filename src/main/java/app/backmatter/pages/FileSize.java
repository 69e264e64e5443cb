package app.backmatter.pages;

import java.util.Locale;

/** How large a file is, in steps of a thousand, as shops and phones count: 23 kB, 1.2 MB. */
public final class FileSize {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    private FileSize() {}

    public static String of(long bytes) {
        return bytes < MEGA
                ? Math.ceilDiv(bytes, KILO) + " kB"
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / (double) MEGA);
    }
}
