package app.backmatter.storage;

/** An upload that should have been a picture can't be read as one. */
public final class NotAPicture extends RuntimeException {
    public NotAPicture(String message) {
        super(message);
    }
}
