package app.backmatter.orders.payment;

/** The processor did not answer: whether the card was charged is unknown until it is asked. */
public final class GatewayTimeout extends RuntimeException {
    public GatewayTimeout(String message) {
        super(message);
    }
}
