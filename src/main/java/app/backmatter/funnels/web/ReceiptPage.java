package app.backmatter.funnels.web;

import app.backmatter.catalog.ProductId;
import app.backmatter.orders.Download;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipt;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * An order in words, with the downloads of each of its things.
 *
 * @param refunded empty while nothing went back
 * @param net what is left of the total
 */
record ReceiptPage(Receipt receipt, String email, List<Owned> owned, String refunded, String net) {
    /** @param takenBack whether the money for it went back, and its files with it */
    public record Owned(String name, boolean takenBack, List<DownloadLine> downloads) {}

    static ReceiptPage of(
            OrderView order,
            Receipt receipt,
            Locale locale,
            Set<ProductId> takenBack,
            Function<LineItem, List<Download>> downloads) {
        return new ReceiptPage(
                receipt,
                order.email().value(),
                order.lines().stream()
                        .map(line -> new Owned(
                                line.name(),
                                takenBack.contains(line.product()),
                                DownloadLine.of(downloads.apply(line))))
                        .toList(),
                order.refunded().isZero() ? "" : order.refunded().format(locale),
                order.net().format(locale));
    }
}
