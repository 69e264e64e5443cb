package app.backmatter.orders.tax;

import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.Tax;
import java.util.List;

/**
 * One rate for each country, none elsewhere. Each line is rounded by itself, half a minor unit up, so that a line that is
 * given back gives back its own tax.
 *
 * @param included whether prices hold the tax already; else it is charged on top
 */
record FixedRates(List<TaxRate> rates, boolean included) implements TaxCalculator {
    @Override
    public List<LineItem> on(List<LineItem> lines, BuyerAddress buyer) {
        return rates.stream()
                .filter(rate -> rate.country().equals(buyer.country()))
                .findFirst()
                .map(rate -> lines.stream().map(line -> taxed(line, rate)).toList())
                .orElse(lines);
    }

    private LineItem taxed(LineItem line, TaxRate rate) {
        var base = line.price().minus(line.discount());
        var amount = included ? rate.percent().within(base) : rate.percent().of(base);
        return line.with(new Tax(amount, included, rate.percent().basisPoints(), rate.name()));
    }
}
