package app.backmatter.orders;

/** One idempotency key was used for two different things. */
public final class AttemptConflict extends RuntimeException {
    public AttemptConflict(String message) {
        super(message);
    }
}
