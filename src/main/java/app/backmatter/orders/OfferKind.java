package app.backmatter.orders;

/** As what a product was sold. */
public enum OfferKind {
    TRIPWIRE,
    ORDER_BUMP,
    UPSELL,
    DOWN_SELL,
    CROSS_SELL
}
