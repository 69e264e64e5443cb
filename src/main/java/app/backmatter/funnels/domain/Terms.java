package app.backmatter.funnels.domain;

import app.backmatter.shared.Prices;
import java.util.Currency;
import java.util.Objects;

/**
 * What an offer asks beside its price in the author's currency.
 *
 * @param prices in other currencies; where there is none, and the offer asks the product's own price, the product's counts
 * @param normal shown struck through beside them; must really have been charged
 * @param least where the reader chooses what to give: the least of it in each currency, the author's among them, prices being
 *     what is suggested; empty where prices are fixed
 */
public record Terms(Prices prices, Prices normal, Prices least) {
    public static final Terms NONE = new Terms(Prices.NONE, Prices.NONE);

    /** Revisions from before there was something of it have none of it. */
    public Terms {
        prices = Objects.requireNonNullElse(prices, Prices.NONE);
        normal = Objects.requireNonNullElse(normal, Prices.NONE);
        least = Objects.requireNonNullElse(least, Prices.NONE);
    }

    /** At fixed prices. */
    public Terms(Prices prices, Prices normal) {
        this(prices, normal, Prices.NONE);
    }

    /** Whether there can be a price in this currency: where the reader chooses, only one with a least. */
    boolean allow(Currency currency) {
        return least.isEmpty() || least.in(currency).isPresent();
    }
}
