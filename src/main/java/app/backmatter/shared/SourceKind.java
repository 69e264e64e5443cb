package app.backmatter.shared;

/** What kind of thing brought a reader. */
public enum SourceKind {
    PLACE,
    CAMPAIGN,
    EMAIL,
    DIRECT
}
