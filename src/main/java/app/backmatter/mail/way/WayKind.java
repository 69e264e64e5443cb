package app.backmatter.mail.way;

/** The ways that an owner can choose besides the installation's. */
public enum WayKind {
    SMTP,
    SES,
    POSTMARK,
    MAILGUN;

    /** Whether it calls us about what became of mails. */
    public boolean calls() {
        return this != SMTP;
    }
}
