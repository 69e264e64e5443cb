package app.backmatter.orders.tax;

import app.backmatter.orders.LineItem;
import java.util.List;

/** For authors who charge none. */
final class NoTax implements TaxCalculator {
    @Override
    public List<LineItem> on(List<LineItem> lines, String country) {
        return lines;
    }
}
