package app.backmatter.mail.bounce;

/** What is reported of a mail. */
public enum ReportKind {
    /** It arrived: bounces that came before say nothing any more. */
    DELIVERED,
    /** It was refused for what it is or where it comes from: that is no fault of the address. */
    BLOCKED,
    /** It did not arrive, though another one might: the mailbox is full, or its server away. */
    SOFT_BOUNCE,
    /** It did not arrive, and none will: there is no such address. */
    HARD_BOUNCE,
    /** Its reader called it spam. */
    COMPLAINT;

    boolean isBounce() {
        return this == BLOCKED || this == SOFT_BOUNCE || this == HARD_BOUNCE;
    }
}
