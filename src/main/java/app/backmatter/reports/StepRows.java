package app.backmatter.reports;

import app.backmatter.funnels.StepView;
import app.backmatter.reports.domain.FunnelReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns a report's steps into lines: each step, and under a checkout that sold any, its order bump. */
public class StepRows {
    private final FunnelReport report;
    private final Figures figures;
    private final List<StepView> steps;

    public StepRows(FunnelReport report, Figures figures) {
        this.report = report;
        this.figures = figures;
        this.steps = report.funnel().steps();
    }

    public List<StepRow> rows() {
        List<StepRow> rows = new ArrayList<>();
        for (int i = 0; i < report.steps().size(); i++) {
            var line = report.steps().get(i);
            rows.add(step(i, line));
            if (line.tally().bumps() > 0) {
                rows.add(bump(line.tally()));
            }
        }
        return List.copyOf(rows);
    }

    private StepRow step(int index, FunnelReport.StepLine line) {
        var tally = line.tally();
        boolean sells = line.sells();
        return new StepRow(
                figures.text("reports.step." + line.kind()),
                line.headline(),
                index < steps.size() ? arrival(index) : "",
                index < steps.size() && isBranch(index),
                figures.count(tally.visitors()),
                figures.count(tally.takers()),
                figures.rate(tally.takeRate()),
                sells ? figures.count(tally.declined()) : Figures.NONE,
                sells ? figures.count(tally.cardDeclines()) : Figures.NONE,
                sells ? figures.money(tally.revenue()) : Figures.NONE,
                figures.some(tally.refunded()),
                sells ? figures.money(tally.revenuePerVisitor()) : Figures.NONE,
                line.kind().equals(FunnelReport.EARLIER) ? Figures.NONE : figures.money(tally.averageOrder()));
    }

    /** Of the orders of a checkout, those with the bump. */
    private StepRow bump(Tally tally) {
        return new StepRow(
                figures.text("reports.step.order-bump"),
                "",
                figures.text("reports.arrival.bump"),
                true,
                figures.count(tally.orders()),
                figures.count(tally.bumps()),
                figures.rate(tally.bumpRate()),
                Figures.NONE,
                Figures.NONE,
                figures.money(tally.bumpRevenue()),
                figures.some(tally.bumpRefunded()),
                Figures.NONE,
                Figures.NONE);
    }

    private String arrival(int index) {
        var id = steps.get(index).id();
        return IntStream.range(0, steps.size())
                .mapToObj(from -> {
                    var step = steps.get(from);
                    boolean yes = id.equals(step.onYes());
                    boolean no = id.equals(step.onNo());
                    return yes || no ? figures.text(arrivalKey(yes, no), from + 1) : "";
                })
                .filter(text -> !text.isEmpty())
                .reduce((first, second) -> figures.text("reports.arrival.or", first, second))
                .orElse(index == 0 ? "" : figures.text("reports.arrival.mail"));
    }

    private static String arrivalKey(boolean yes, boolean no) {
        if (yes && no) {
            return "reports.arrival.any";
        }
        return yes ? "reports.arrival.yes" : "reports.arrival.no";
    }

    private boolean isBranch(int index) {
        var id = steps.get(index).id();
        return index > 0 && steps.stream().noneMatch(step -> id.equals(step.onYes()));
    }
}
