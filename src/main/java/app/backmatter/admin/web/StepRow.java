package app.backmatter.admin.web;

import app.backmatter.reports.FunnelSteps;
import app.backmatter.reports.Tally;
import java.util.stream.Stream;

/**
 * One step of a funnel, ready to be shown.
 *
 * @param kind a message key's end, after {@code reports.step.}
 */
record StepRow(
        String kind,
        String headline,
        String visitors,
        String takers,
        String rate,
        String declined,
        String cardDeclines,
        String revenue,
        String perVisitor,
        String averageOrder) {

    /** The step, and under a checkout that sold any its order bump: of the orders, those with it. */
    static Stream<StepRow> of(FunnelSteps.Step step) {
        var tally = step.tally();
        var row = new StepRow(
                step.kind(),
                step.headline(),
                Figures.count(tally.visitors()),
                Figures.count(tally.takers()),
                Figures.percent(tally.takeRate()),
                Figures.count(tally.declined()),
                Figures.count(tally.cardDeclines()),
                Figures.money(tally.revenue()),
                Figures.money(tally.revenuePerVisitor()),
                step.kind().equals("earlier") ? Figures.NONE : Figures.money(tally.averageOrder()));
        return tally.bumps() == 0 ? Stream.of(row) : Stream.of(row, bump(tally));
    }

    private static StepRow bump(Tally tally) {
        return new StepRow(
                "order-bump",
                "",
                Figures.count(tally.orders()),
                Figures.count(tally.bumps()),
                Figures.percent(tally.bumpRate()),
                Figures.NONE,
                Figures.NONE,
                Figures.money(tally.bumpRevenue()),
                Figures.NONE,
                Figures.NONE);
    }
}
