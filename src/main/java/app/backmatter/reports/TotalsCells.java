package app.backmatter.reports;

/**
 * A funnel's totals, or a source's, in words.
 *
 * @param refunded empty for nothing
 */
public record TotalsCells(
        String visitors,
        String signUps,
        RateCell signUpRate,
        RateCell confirmedRate,
        String orders,
        String revenue,
        String refunded,
        String averageOrder,
        String perVisitor) {
    public static TotalsCells of(FunnelTotals totals, Figures figures) {
        return new TotalsCells(
                figures.count(totals.visitors()),
                figures.count(totals.signUps()),
                figures.rate(totals.signUpRate()),
                figures.rate(totals.confirmedRate()),
                figures.count(totals.orders()),
                figures.money(totals.revenue()),
                figures.some(totals.refunded()),
                figures.money(totals.averageOrder()),
                figures.money(totals.revenuePerVisitor()));
    }
}
