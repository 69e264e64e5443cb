package app.backmatter.funnels.domain;

import app.backmatter.shared.Prices;
import java.util.Objects;

/**
 * What an offer asks of readers who pay in another currency than the author's.
 *
 * @param prices where there is none, and the offer asks the product's own price, the product's counts
 * @param normal shown struck through beside them; must really have been charged
 */
public record Terms(Prices prices, Prices normal) {
    public static final Terms NONE = new Terms(Prices.NONE, Prices.NONE);

    /** Revisions from before there were several currencies have neither. */
    public Terms {
        prices = Objects.requireNonNullElse(prices, Prices.NONE);
        normal = Objects.requireNonNullElse(normal, Prices.NONE);
    }
}
