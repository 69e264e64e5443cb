package app.backmatter.reports.web;

import app.backmatter.funnels.FunnelView;
import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelTotals;
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
    static FunnelRow of(FunnelView funnel, FunnelTotals totals, Figures figures) {
        return new FunnelRow(
                funnel.id().toString(),
                funnel.name(),
                funnel.published() != null,
                figures.count(totals.visitors()),
                figures.rate(totals.signUpRate()),
                figures.count(totals.orders()),
                figures.money(totals.revenue()),
                figures.money(totals.revenuePerVisitor()));
    }
}
