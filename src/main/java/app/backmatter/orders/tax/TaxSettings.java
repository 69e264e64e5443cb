package app.backmatter.orders.tax;

import java.util.List;

/**
 * What an author says of taxes and receipts.
 *
 * @param ratesOf whose rates count
 * @param rates the author's own
 * @param asksAddress whether buyers are asked where they live although no tax depends on it
 * @param taxNumber stands on receipts; empty for none
 */
public record TaxSettings(Mode mode, RatesOf ratesOf, List<TaxRate> rates, boolean asksAddress, String taxNumber) {
    /** How prices are meant. */
    public enum Mode {
        NONE,
        INCLUDED,
        ON_TOP
    }

    /** Who knows them. */
    public enum RatesOf {
        AUTHOR,
        STRIPE
    }

    static final TaxSettings NONE = new TaxSettings(Mode.NONE, RatesOf.AUTHOR, List.of(), false, "");

    public boolean isTaxed() {
        return mode != Mode.NONE && (ratesOf == RatesOf.STRIPE || !rates.isEmpty());
    }

    boolean areIncluded() {
        return mode == Mode.INCLUDED;
    }
}
