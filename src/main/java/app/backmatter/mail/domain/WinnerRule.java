package app.backmatter.mail.domain;

/** What says which of two subjects the rest of the readers gets. */
public enum WinnerRule {
    OPENED,
    CLICKED,
    /** Nothing but its author. */
    AUTHOR
}
