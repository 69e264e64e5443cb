package app.backmatter.funnels.domain;

import app.backmatter.catalog.ProductId;
import app.backmatter.shared.Money;
import java.util.UUID;

/** A tick box on the checkout that adds a product to the order. */
public record OrderBump(UUID id, ProductId product, Money price, String text) {}
