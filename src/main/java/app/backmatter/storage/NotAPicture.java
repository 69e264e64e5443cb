package app.backmatter.storage;

/** An upload that should have been a picture can't be read as one, or is too large to be decoded safely. */
public final class NotAPicture extends RuntimeException {
    /** What to tell the person, a key of the message bundle. */
    public static final String MESSAGE = "storage.error.picture";

    public NotAPicture(String message) {
        super(message);
    }
}
