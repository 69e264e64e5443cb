package app.backmatter.mail.sequence;

/** Why somebody is in a sequence no more before its end. */
public enum Ended {
    /** What it was about, or what the author said ends it. */
    BOUGHT,
    TAGGED,
    LEFT_LIST,
    CONDITION,
    TAKEN_OUT
}
