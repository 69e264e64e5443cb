package app.backmatter.orders.payment;

/** Where a reader types a card. */
public enum CardEntry {
    /** On our checkout. */
    FORM,
    /** On a page of the processor. */
    HOSTED
}
