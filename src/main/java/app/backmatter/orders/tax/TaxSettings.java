package app.backmatter.orders.tax;

import java.util.List;

/**
 * What an author says of taxes and receipts.
 *
 * @param asksAddress whether buyers are asked where they live although no tax depends on it
 * @param taxNumber stands on receipts; empty for none
 */
public record TaxSettings(Mode mode, List<TaxRate> rates, boolean asksAddress, String taxNumber) {
    /** How prices are meant. */
    public enum Mode {
        NONE,
        INCLUDED,
        ON_TOP
    }

    static final TaxSettings NONE = new TaxSettings(Mode.NONE, List.of(), false, "");

    public boolean isTaxed() {
        return mode != Mode.NONE && !rates.isEmpty();
    }

    TaxCalculator calculator() {
        return isTaxed() ? new FixedRates(rates, mode == Mode.INCLUDED) : new NoTax();
    }
}
