package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.RateCell;

/** A funnel in the list of reports. */
record FunnelRow(
        String id,
        String name,
        boolean isPublished,
        String visitors,
        RateCell signUps,
        String orders,
        String revenue,
        String perVisitor) {
    static FunnelRow of(FunnelConversion conversion, Figures figures) {
        var totals = conversion.totals();
        return new FunnelRow(
                conversion.id().toString(),
                conversion.funnel(),
                conversion.isPublished(),
                figures.count(totals.visitors()),
                figures.rate(totals.signUpRate()),
                figures.count(totals.orders()),
                figures.money(totals.revenue()),
                figures.money(totals.revenuePerVisitor()));
    }
}
