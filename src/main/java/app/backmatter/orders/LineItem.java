package app.backmatter.orders;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.UUID;

/**
 * One thing to be sold, as the published revision says: never as the browser says.
 *
 * @param step the funnel step that offered it
 * @param name the product's name at the time of sale
 */
public record LineItem(ProductId product, String name, OfferKind kind, UUID step, Money price) {}
