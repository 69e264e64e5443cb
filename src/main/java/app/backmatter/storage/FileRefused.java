package app.backmatter.storage;

import java.util.Locale;

/** An upload that a reader could not use, or that is dangerous to open. Nothing of it is kept. */
public final class FileRefused extends RuntimeException {
    /** Why; {@link #message} puts it into words for the author. */
    public enum Reason {
        PDF_ENCRYPTED,
        PDF_BROKEN,
        EPUB_ENCRYPTED,
        EPUB_BROKEN,
        EPUB_BADLY_PACKED,
        ARCHIVE_ENCRYPTED,
        ARCHIVE_BROKEN,
        ARCHIVE_LEADS_OUT,
        ARCHIVE_SWELLS,
        AUDIO_ENCRYPTED,
        AUDIO_BROKEN,
        NAME_PROMISES_OTHERWISE
    }

    private final Reason reason;

    public FileRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public FileRefused(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What to tell the person, a key of the message bundle; {0} is the file's name. */
    public String message() {
        return "storage.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
