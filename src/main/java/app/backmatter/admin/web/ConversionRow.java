package app.backmatter.admin.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.RateCell;

/**
 * One funnel of one workspace, ready to be shown.
 *
 * @param path of the page that shows it step by step
 */
record ConversionRow(
        String path,
        String workspace,
        String funnel,
        boolean isPublished,
        String visitors,
        String signUps,
        RateCell signUpRate,
        RateCell confirmedRate,
        String orders,
        String revenue,
        String averageOrder,
        String perVisitor) {
    static ConversionRow of(FunnelConversion conversion, Figures figures) {
        var totals = conversion.totals();
        return new ConversionRow(
                "/admin/workspaces/%s/funnels/%s"
                        .formatted(conversion.workspace().slug(), conversion.id()),
                conversion.workspace().name(),
                conversion.funnel(),
                conversion.isPublished(),
                figures.count(totals.visitors()),
                figures.count(totals.signUps()),
                figures.rate(totals.signUpRate()),
                figures.rate(totals.confirmedRate()),
                figures.count(totals.orders()),
                figures.money(totals.revenue()),
                figures.money(totals.averageOrder()),
                figures.money(totals.revenuePerVisitor()));
    }
}
