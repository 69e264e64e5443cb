package app.backmatter.orders.tax;

import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.TaxUnknown;
import java.util.List;

/** Works out the taxes on lines: by rates of the author's own, or by asking somebody who knows them all. */
public interface TaxCalculator {
    /**
     * The same lines with their taxes, on what a coupon left of their prices.
     *
     * @param buyer as far as anybody knows; what is not enough to tell a tax by taxes nothing
     * @throws TaxUnknown when it can't be told
     */
    List<LineItem> on(List<LineItem> lines, BuyerAddress buyer);
}
