package app.backmatter.orders.receipt;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Receipt;
import app.backmatter.orders.SumUp;
import app.backmatter.orders.Totals;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a receipt into words, as the workspace in scope writes dates and amounts. */
@Component
public class WriteReceipt {
    private final Workspaces workspaces;
    private final SumUp sumUp;

    WriteReceipt(Workspaces workspaces, SumUp sumUp) {
        this.workspaces = workspaces;
        this.sumUp = sumUp;
    }

    public Receipt of(OrderView order) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var locale = workspace.locale();
        return new Receipt(
                order.receipt(),
                date(order.paidAt(), workspace),
                String.valueOf(order.number()),
                order.seller().isEmpty() ? List.of(workspace.name()) : lines(order.seller()),
                buyer(order, workspace),
                order.lines().stream()
                        .map(line -> new Receipt.Thing(line.name(), line.price().format(locale)))
                        .toList(),
                sumUp.of(Totals.of(order.lines()), order.coupon(), locale),
                order.card());
    }

    private static List<String> buyer(OrderView order, WorkspaceView workspace) {
        return Stream.of(
                        lines(order.name()),
                        order.address().written(workspace.locale()),
                        lines(order.email().isErased() ? "" : order.email().value()))
                .flatMap(List::stream)
                .toList();
    }

    private static String date(Instant moment, WorkspaceView workspace) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(workspace.locale())
                .format(moment.atZone(workspace.timeZone()));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
