package app.backmatter.funnels.web;

import app.backmatter.orders.Download;
import java.util.List;

/** A file to fetch, with its size in words, or whose site it leads to. */
record DownloadLine(String fileName, String url, String size) {
    static List<DownloadLine> of(List<Download> downloads) {
        return downloads.stream()
                .map(download -> new DownloadLine(download.fileName(), download.url(), download.extent()))
                .toList();
    }
}
