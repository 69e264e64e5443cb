package app.backmatter.funnels.passage;

/** What came of an offer; the reader's no and the card's no are two facts. */
enum OfferAnswer {
    ACCEPTED,
    DECLINED,
    CARD_DECLINED,
    /** The reader said yes to what the reader's address owns already: nothing was charged. */
    HAS_IT
}
