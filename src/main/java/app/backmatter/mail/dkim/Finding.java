package app.backmatter.mail.dkim;

/** What DNS said of a key's record. */
public enum Finding {
    UNCHECKED,
    /** It did not answer. */
    SILENT,
    ABSENT,
    /** There is one, of another key or cut off. */
    WRONG,
    VERIFIED
}
