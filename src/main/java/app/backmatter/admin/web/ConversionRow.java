package app.backmatter.admin.web;

import app.backmatter.reports.FunnelConversion;

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
        String signUpRate,
        String confirmedRate,
        String orders,
        String revenue,
        String averageOrder,
        String perVisitor) {
    static ConversionRow of(FunnelConversion conversion) {
        var totals = conversion.totals();
        return new ConversionRow(
                "/admin/workspaces/%s/funnels/%s"
                        .formatted(conversion.workspace().slug(), conversion.id()),
                conversion.workspace().name(),
                conversion.funnel(),
                conversion.isPublished(),
                Figures.count(totals.visitors()),
                Figures.count(totals.signUps()),
                Figures.percent(totals.signUpRate()),
                Figures.percent(totals.confirmedRate()),
                Figures.count(totals.orders()),
                Figures.money(totals.revenue()),
                Figures.money(totals.averageOrder()),
                Figures.money(totals.revenuePerVisitor()));
    }
}
