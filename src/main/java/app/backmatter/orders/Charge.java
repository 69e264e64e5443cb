package app.backmatter.orders;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;

/** A price for a product. */
public record Charge(ProductId product, Money price) {}
