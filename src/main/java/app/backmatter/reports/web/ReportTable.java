package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.reports.Rate;
import app.backmatter.reports.Tally;
import app.backmatter.reports.domain.FunnelReport;
import app.backmatter.reports.domain.SoldIn;
import app.backmatter.reports.domain.SourceKey;
import app.backmatter.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * A report's figures as rows for a spreadsheet: plain numbers with a point, money in major units, and an empty cell where
 * the page shows a dash.
 */
record ReportTable(MessageSource messages, WorkspaceView workspace) {
    List<List<String>> steps(FunnelReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(heads(
                "step",
                "headline",
                "visitors",
                "takers",
                "rate",
                "declined",
                "card",
                "revenue",
                "refunded",
                "per-visitor",
                "average"));
        for (var line : report.steps()) {
            var tally = line.tally();
            boolean sells = line.sells();
            rows.add(List.of(
                    text("reports.step." + line.kind()),
                    line.headline(),
                    Long.toString(tally.visitors()),
                    Long.toString(tally.takers()),
                    ratio(tally.takeRate()),
                    sells ? Long.toString(tally.declined()) : "",
                    sells ? Long.toString(tally.cardDeclines()) : "",
                    sells ? amount(tally.revenue()) : "",
                    sells ? amount(tally.refunded()) : "",
                    sells ? amount(tally.revenuePerVisitor()) : "",
                    line.kind().equals(FunnelReport.EARLIER) ? "" : amount(tally.averageOrder()),
                    currency()));
            if (tally.bumps() > 0) {
                rows.add(bump(tally));
            }
        }
        return rows;
    }

    List<List<String>> sources(FunnelReport report, Function<SourceKey, String> names) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(heads(
                "source",
                "visitors",
                "sign-ups",
                "confirmed",
                "orders",
                "revenue",
                "refunded",
                "per-visitor",
                "average"));
        for (var line : report.sources()) {
            var totals = line.totals();
            rows.add(List.of(
                    names.apply(line.source()),
                    Long.toString(totals.visitors()),
                    Long.toString(totals.signUps()),
                    Long.toString(totals.confirmed()),
                    Long.toString(totals.orders()),
                    amount(totals.revenue()),
                    amount(totals.refunded()),
                    amount(totals.revenuePerVisitor()),
                    amount(totals.averageOrder()),
                    currency()));
        }
        return rows;
    }

    List<List<String>> currencies(List<SoldIn> sold) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                text("reports.column.currency"),
                text("reports.column.orders"),
                text("reports.column.sold"),
                text("reports.column.worth-in", currency())));
        for (var each : sold) {
            rows.add(List.of(
                    each.sold().currency().getCurrencyCode(),
                    Long.toString(each.orders()),
                    amount(each.sold()),
                    amount(each.worth())));
        }
        return rows;
    }

    private List<String> bump(Tally tally) {
        return List.of(
                text("reports.step.order-bump"),
                "",
                Long.toString(tally.orders()),
                Long.toString(tally.bumps()),
                ratio(tally.bumpRate()),
                "",
                "",
                amount(tally.bumpRevenue()),
                amount(tally.bumpRefunded()),
                "",
                "",
                currency());
    }

    private List<String> heads(String... keys) {
        return Stream.concat(Stream.of(keys), Stream.of("currency"))
                .map(key -> text("reports.column." + key))
                .toList();
    }

    private static String ratio(Rate rate) {
        return rate.whole() == 0
                ? ""
                : BigDecimal.valueOf(rate.part())
                        .divide(BigDecimal.valueOf(rate.whole()), 4, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static String amount(Money money) {
        return money.major().toPlainString();
    }

    private static String amount(Optional<Money> money) {
        return money.map(ReportTable::amount).orElse("");
    }

    private String currency() {
        return workspace.currency().getCurrencyCode();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, workspace.locale());
    }
}
