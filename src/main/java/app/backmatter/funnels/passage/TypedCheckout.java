package app.backmatter.funnels.passage;

/**
 * What a reader typed on a checkout, the card apart.
 *
 * @param name on the card, at most 120 characters
 */
public record TypedCheckout(String email, String name, boolean withBump) {}
