package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.reports.RateCell;

/**
 * What one source brought, ready to be shown.
 *
 * @param key what the address of this source's own report carries
 */
record SourceRow(
        String key,
        String name,
        String visitors,
        RateCell signUps,
        String orders,
        String revenue,
        String perVisitor,
        String averageOrder) {
    static SourceRow of(String key, String name, FunnelTotals totals, Figures figures) {
        return new SourceRow(
                key,
                name,
                figures.count(totals.visitors()),
                figures.rate(totals.signUpRate()),
                figures.count(totals.orders()),
                figures.money(totals.revenue()),
                figures.money(totals.revenuePerVisitor()),
                figures.money(totals.averageOrder()));
    }
}
