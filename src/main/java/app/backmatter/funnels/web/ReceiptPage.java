package app.backmatter.funnels.web;

import app.backmatter.orders.Download;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Sum;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An order in words, with the downloads of each line. */
record ReceiptPage(String number, String email, String card, List<Line> lines, List<Sum> sums) {
    public record Line(String name, String price, List<DownloadLine> downloads) {}

    static ReceiptPage of(
            OrderView order, List<Sum> sums, Locale locale, Function<LineItem, List<Download>> downloads) {
        var lines = order.lines().stream()
                .map(line -> new Line(line.name(), line.price().format(locale), DownloadLine.of(downloads.apply(line))))
                .toList();
        return new ReceiptPage(String.valueOf(order.number()), order.email().value(), order.card(), lines, sums);
    }
}
