package app.backmatter.orders.domain;

/** What a request to pay comes down to. */
sealed interface Turn {
    /** A new try was stored: the processor is to be asked. */
    record Ask(Payment payment) implements Turn {}

    /** The same was asked before; that payment answers. */
    record Answer(Payment payment) implements Turn {}

    /**
     * Another payment of the attempt waits for the reader, who came back for something else or with another card: it is
     * to be given up.
     */
    record Replace(Payment payment) implements Turn {}

    /** Nothing is tried. @param reason a message key's end */
    record Refuse(String reason) implements Turn {}
}
