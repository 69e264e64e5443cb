package app.backmatter.funnels.web;

import app.backmatter.orders.LineItem;
import java.util.Locale;

/**
 * What one click charges, in words.
 *
 * @param tax such as {@code VAT 19%}; empty when nothing comes on top of the price
 */
record OneClickCharge(String amount, String tax) {
    static OneClickCharge of(LineItem line, Locale locale) {
        var tax = line.tax();
        return new OneClickCharge(
                line.charged().format(locale), tax.onTop().isZero() ? "" : tax.name() + " " + tax.rate(locale));
    }
}
