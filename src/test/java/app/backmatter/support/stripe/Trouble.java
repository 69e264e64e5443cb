package app.backmatter.support.stripe;

/** What can go wrong with a request to Stripe. */
public enum Trouble {
    /** Too many requests: 429, and nothing was done. */
    BUSY,
    /** 500, and nothing was done. */
    BROKEN,
    /** The connection breaks before anything is done. */
    LOST,
    /** It is done, and the connection breaks before the answer. */
    DONE_AND_LOST,
    /** It is done, and the answer comes later than anybody waits. */
    DONE_AND_SILENT
}
