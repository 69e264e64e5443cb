package app.backmatter.funnels.web;

import app.backmatter.orders.Download;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipt;
import java.util.List;
import java.util.function.Function;

/** An order in words, with the downloads of each of its things. */
record ReceiptPage(Receipt receipt, String email, List<Owned> owned) {
    public record Owned(String name, List<DownloadLine> downloads) {}

    static ReceiptPage of(OrderView order, Receipt receipt, Function<LineItem, List<Download>> downloads) {
        return new ReceiptPage(
                receipt,
                order.email().value(),
                order.lines().stream()
                        .map(line -> new Owned(line.name(), DownloadLine.of(downloads.apply(line))))
                        .toList());
    }
}
