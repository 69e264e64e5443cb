package app.backmatter.mail.bounce;

/** What became of a report. */
public enum Keeping {
    /** It is kept, with its consequences; or there was nothing to keep of it. */
    KEPT,
    /** It was kept before. */
    KNOWN,
    /** It is about no mail of ours. */
    STRANGE
}
