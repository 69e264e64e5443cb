package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.pages.Format;
import app.backmatter.reports.Figures;
import app.backmatter.reports.domain.ReadWeeks;
import app.backmatter.reports.domain.SourceKey;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The latest sales and sign-ups of the workspace in scope, with where they came from. */
@Component
class TodayFeed {
    private static final int LENGTH = 8;

    private final Orders orders;
    private final ReadWeeks weeks;
    private final SourceNames sourceNames;
    private final Format format;

    TodayFeed(Orders orders, ReadWeeks weeks, SourceNames sourceNames, Format format) {
        this.orders = orders;
        this.weeks = weeks;
        this.sourceNames = sourceNames;
        this.format = format;
    }

    List<FeedLine> of(WorkspaceView workspace, Figures figures) {
        var from = sourceNames.withinSentence(figures.locale());
        var sales = orders.latest(LENGTH).stream().map(order -> sale(order, workspace, figures, from));
        var signUps = weeks.latestSignUps(workspace.id(), LENGTH).stream()
                .map(arrival -> new FeedLine(
                        arrival.at(),
                        format.ago(arrival.at()),
                        figures.text("reports.today.signed-up", from.apply(arrival.source())),
                        false,
                        ""));
        return Stream.concat(sales, signUps)
                .sorted(Comparator.comparing(FeedLine::at).reversed())
                .limit(LENGTH)
                .toList();
    }

    private static String paid(OrderView order, Figures figures) {
        var total = figures.money(order.total());
        return order.refunded().isZero()
                ? total
                : figures.text("reports.today.sold.refunded", total, figures.money(order.refunded()));
    }

    private FeedLine sale(OrderView order, WorkspaceView workspace, Figures figures, Function<SourceKey, String> from) {
        var first = order.lines().getFirst().name();
        int more = order.lines().size() - 1;
        return new FeedLine(
                order.paidAt(),
                format.ago(order.paidAt()),
                figures.text(
                        "reports.today.sold",
                        more == 0 ? first : figures.text("reports.today.sold.more", first, more),
                        paid(order, figures),
                        from.apply(SourceKey.of(order.source()))),
                true,
                "/w/%s/orders/%s".formatted(workspace.slug(), order.id()));
    }
}
