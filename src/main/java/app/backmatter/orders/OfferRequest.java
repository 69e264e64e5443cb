package app.backmatter.orders;

import java.util.UUID;

/** A yes to a one-click offer: one more line on the order of this passage, charged to the card saved with it. */
public record OfferRequest(UUID attempt, OrderId order, LineItem line, String returnPath) {}
