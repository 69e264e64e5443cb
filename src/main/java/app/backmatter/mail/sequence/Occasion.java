package app.backmatter.mail.sequence;

/** What brings somebody into a sequence, or ends it. */
public enum Occasion {
    SIGNED_UP,
    BOUGHT,
    TAGGED
}
