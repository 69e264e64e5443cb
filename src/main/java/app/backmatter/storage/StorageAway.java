package app.backmatter.storage;

/** The store of files does not answer. What was stored before is untouched. */
public final class StorageAway extends RuntimeException {
    /** What to tell the person, a key of the message bundle. */
    public static final String MESSAGE = "storage.error.away";

    public StorageAway(Throwable cause) {
        super("The store of files does not answer", cause);
    }
}
