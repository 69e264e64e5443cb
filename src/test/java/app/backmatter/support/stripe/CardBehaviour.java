package app.backmatter.support.stripe;

/** How the kept card takes a one-click charge. */
public enum CardBehaviour {
    PAYS,
    DECLINED,
    /** Its bank wants its owner to be there. */
    ASKS
}
