package app.backmatter.books.domain;

/** What should be deleted is needed by something else; the message is a key that tells why and what to do instead. */
public final class StillNeeded extends RuntimeException {
    StillNeeded(String messageKey) {
        super(messageKey, null, false, false);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
