package app.backmatter.mail.domain;

/** Why one of two subjects went to the rest. */
public enum WonBy {
    MORE_OPENED,
    /** Too few mails were opened by people: what providers fetched was counted with them. */
    MORE_FETCHED,
    MORE_CLICKED,
    TIE,
    /** Nobody opened a mail, or followed a link. */
    NOBODY,
    /** One of the subjects reached nobody. */
    TOO_FEW,
    AUTHOR
}
