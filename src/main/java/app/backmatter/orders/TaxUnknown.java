package app.backmatter.orders;

/** Nobody can tell the tax: nothing may be charged. */
public final class TaxUnknown extends RuntimeException {
    /** Why not. */
    public enum Reason {
        /** Who knows it does not answer. */
        NOT_NOW,
        /** There is no such place. */
        NO_SUCH_PLACE
    }

    private final Reason reason;

    public TaxUnknown(Reason reason) {
        super("The tax can't be told: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
