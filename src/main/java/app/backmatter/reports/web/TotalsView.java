package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.TotalsCells;
import app.backmatter.reports.domain.FunnelReport;

/**
 * A funnel as a whole, ready to be shown.
 *
 * @param hasSignUps whether the funnel begins with an opt-in page
 * @param foreign how many sales are in no sum, for the workspace counted in another currency; empty for none
 */
record TotalsView(boolean hasSignUps, TotalsCells cells, String foreign) {
    static TotalsView of(FunnelReport report, Figures figures) {
        long foreign = report.everything().foreign();
        return new TotalsView(
                report.funnel().steps().stream().anyMatch(step -> step.kind().equals("opt-in")),
                TotalsCells.of(report.totals(), figures),
                foreign == 0 ? "" : figures.count(foreign));
    }
}
