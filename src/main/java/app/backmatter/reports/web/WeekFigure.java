package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.shared.Money;

/**
 * One figure of this week.
 *
 * @param change against the week before, in words
 */
record WeekFigure(String key, String value, String change, boolean isMoney) {
    static WeekFigure count(String key, long now, long before, Figures figures) {
        return new WeekFigure(
                key, figures.count(now), change(now - before, figures.count(Math.abs(now - before)), figures), false);
    }

    static WeekFigure money(String key, Money now, Money before, Figures figures) {
        var difference = now.isGreaterThan(before) ? now.minus(before) : before.minus(now);
        return new WeekFigure(
                key,
                figures.money(now),
                change(now.minorUnits() - before.minorUnits(), figures.money(difference), figures),
                true);
    }

    private static String change(long difference, String amount, Figures figures) {
        if (difference == 0) {
            return figures.text("reports.today.same");
        }
        return figures.text(difference > 0 ? "reports.today.more" : "reports.today.less", amount);
    }
}
