package app.backmatter.funnels.web;

import app.backmatter.orders.Download;
import java.util.List;
import java.util.Locale;

/** A file to fetch, with its size in words. */
public record DownloadLine(String fileName, String url, String size) {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    static List<DownloadLine> of(List<Download> downloads) {
        return downloads.stream()
                .map(download -> new DownloadLine(download.fileName(), download.url(), size(download.size())))
                .toList();
    }

    private static String size(long bytes) {
        return bytes < MEGA
                ? Math.max(1, bytes / KILO) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGA);
    }
}
