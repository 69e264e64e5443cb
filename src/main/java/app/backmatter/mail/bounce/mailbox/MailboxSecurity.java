package app.backmatter.mail.bounce.mailbox;

/** How the line to a mailbox is kept from others' eyes. */
public enum MailboxSecurity {
    TLS,
    STARTTLS,
    /** For a server on the same machine alone. */
    NONE;

    String protocol() {
        return this == TLS ? "imaps" : "imap";
    }
}
