package app.backmatter.reports.web;

import app.backmatter.reports.Figures;
import app.backmatter.reports.domain.SoldIn;
import java.util.List;

/**
 * What was sold in one currency, ready to be shown.
 *
 * @param worth in the workspace's own currency
 */
record CurrencyRow(String currency, String orders, String sold, String worth) {
    /** Nothing where everything was sold in the workspace's own: that stands above already. */
    static List<CurrencyRow> list(List<SoldIn> sold, Figures figures) {
        return sold.stream().noneMatch(SoldIn::isForeign)
                ? List.of()
                : sold.stream().map(each -> of(each, figures)).toList();
    }

    private static CurrencyRow of(SoldIn sold, Figures figures) {
        return new CurrencyRow(
                sold.sold().currency().getCurrencyCode(),
                figures.count(sold.orders()),
                figures.money(sold.sold()),
                figures.money(sold.worth()));
    }
}
