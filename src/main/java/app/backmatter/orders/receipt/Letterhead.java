package app.backmatter.orders.receipt;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.OrderView;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Stream;

/** Who sells to whom and when, as a workspace writes it. */
final class Letterhead {
    private Letterhead() {}

    /** @param kept as it was written down that day; empty for today's name */
    static List<String> seller(String kept, WorkspaceView workspace) {
        return kept.isEmpty() ? List.of(workspace.name()) : lines(kept);
    }

    static List<String> buyer(OrderView order, WorkspaceView workspace) {
        return Stream.of(
                        lines(order.name()),
                        order.address().written(workspace.locale()),
                        lines(order.email().isErased() ? "" : order.email().value()))
                .flatMap(List::stream)
                .toList();
    }

    static String date(Instant moment, WorkspaceView workspace) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(workspace.locale())
                .format(moment.atZone(workspace.timeZone()));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
