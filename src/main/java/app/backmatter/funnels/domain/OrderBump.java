package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import app.backmatter.shared.Prices;
import java.util.Objects;
import java.util.UUID;

/**
 * A tick box on the checkout that adds a product to the order.
 *
 * @param others prices in other currencies; where there is none, and it asks the product's own price, the product's counts
 */
public record OrderBump(UUID id, ProductId product, Money price, String text, Prices others) {
    public OrderBump {
        others = Objects.requireNonNullElse(others, Prices.NONE);
    }

    /** In one currency alone. */
    public OrderBump(UUID id, ProductId product, Money price, String text) {
        this(id, product, price, text, Prices.NONE);
    }
}
