package app.backmatter.funnels.passage;

/** What a checkout charges for without its tick box, and with it; the same where it has none. */
public record Baskets(Basket plain, Basket withBump) {}
