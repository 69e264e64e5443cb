package app.backmatter.funnels.web;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.DownloadGroup;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order in words, with the downloads of each of its things.
 *
 * @param owned what the buyer has; not what somebody else is to have
 * @param present what was bought for somebody else; absent for nothing
 */
record ReceiptPage(
        Receipt receipt,
        String email,
        List<Owned> owned,
        @Nullable ReceiptPresent present) {
    /** @param missing a message key that says why there is nothing to download; empty where there is something */
    public record Owned(String name, String missing, List<DownloadGroup> downloads) {}

    static ReceiptPage of(
            OrderView order,
            Receipt receipt,
            List<LineItem> own,
            @Nullable ReceiptPresent present,
            Map<ProductId, String> missing,
            Map<ProductId, List<DownloadGroup>> downloads) {
        return new ReceiptPage(
                receipt,
                order.email().value(),
                own.stream()
                        .map(line -> owned(line, missing, downloads.getOrDefault(line.product(), List.of())))
                        .toList(),
                present);
    }

    private static Owned owned(LineItem line, Map<ProductId, String> missing, List<DownloadGroup> downloads) {
        var why = downloads.isEmpty() ? missing.getOrDefault(line.product(), "funnels.receipt.no-files") : "";
        return new Owned(line.name(), why, downloads);
    }
}
