package app.backmatter.orders.domain;

/** A refund that can't be: nothing was asked of any processor. */
public final class RefundRefused extends RuntimeException {
    /** Why not. */
    public enum Reason {
        NOTHING,
        ABOVE_PAID
    }

    private final Reason reason;

    RefundRefused(Reason reason) {
        super("A refund is refused: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
