package app.backmatter.funnels.passage;

/**
 * What a reader typed on a checkout, the card apart.
 *
 * @param name on the card, at most 120 characters
 * @param coupon a code, or what was taken for one, at most 40 characters; empty for none
 */
public record TypedCheckout(String email, String name, boolean withBump, String coupon) {}
