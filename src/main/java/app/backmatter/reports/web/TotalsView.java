package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.RateCell;
import app.backmatter.reports.domain.FunnelReport;

/**
 * A funnel's totals, ready to be shown.
 *
 * @param hasSignUps whether the funnel begins with an opt-in page
 * @param foreign how many sales in another currency are in no sum; empty for none
 */
record TotalsView(
        String visitors,
        boolean hasSignUps,
        String signUps,
        RateCell signUpRate,
        RateCell confirmedRate,
        String orders,
        String revenue,
        String averageOrder,
        String perVisitor,
        String foreign) {
    static TotalsView of(FunnelReport report, Figures figures) {
        var totals = report.totals();
        long foreign = report.everything().foreign();
        return new TotalsView(
                figures.count(totals.visitors()),
                report.funnel().steps().stream().anyMatch(step -> step.kind().equals("opt-in")),
                figures.count(totals.signUps()),
                figures.rate(totals.signUpRate()),
                figures.rate(totals.confirmedRate()),
                figures.count(totals.orders()),
                figures.money(totals.revenue()),
                figures.money(totals.averageOrder()),
                figures.money(totals.revenuePerVisitor()),
                foreign == 0 ? "" : figures.count(foreign));
    }
}
