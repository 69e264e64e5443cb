package app.backmatter.orders.web;

import java.util.Locale;

/** How large a file is, as a reader on a phone wants to know it. */
final class FileSize {
    private FileSize() {}

    static String of(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1000.0)) + " KB";
        }
        return String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0);
    }
}
