package app.backmatter.storage;

/** The disk has no room for an upload. What was stored before is untouched. */
public final class StorageFull extends RuntimeException {
    /** What to tell the person, a key of the message bundle. */
    public static final String MESSAGE = "storage.error.full";

    public StorageFull(Throwable cause) {
        super("The storage folder is full", cause);
    }
}
