package app.backmatter.orders;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.UUID;

/**
 * What a step asks for a product.
 *
 * @param step of a funnel
 */
public record Asking(UUID step, ProductId product, Money price) {}
