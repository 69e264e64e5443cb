package app.backmatter.watermarks;

import java.util.Locale;

/** A file that no watermark can be put into without doing harm to it. */
public final class NotStampable extends Exception {
    /** Why; {@link #messageKey} puts it into words for the author. */
    public enum Reason {
        BROKEN,
        ENCRYPTED,
        /** A watermark would break the signature. */
        SIGNED,
        /** It is made of more pieces than the memory holds. */
        TOO_INTRICATE;

        /** {0} is the file's name. */
        public String messageKey() {
            return "watermarks.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public NotStampable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public NotStampable(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
