package app.backmatter.orders.tax;

import app.backmatter.orders.LineItem;
import java.util.List;

/** Works out the taxes on lines: by rates of the author's own, or by asking somebody who knows them all. */
public interface TaxCalculator {
    /**
     * The same lines with their taxes, on what a coupon left of their prices.
     *
     * @param country of the buyer, two letters; empty while nobody knows, which taxes nothing
     */
    List<LineItem> on(List<LineItem> lines, String country);
}
