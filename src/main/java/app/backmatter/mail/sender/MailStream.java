package app.backmatter.mail.sender;

/** What a mail is to its reader. Mailbox providers judge each by the address that it comes from. */
public enum MailStream {
    /** Marketing: to those who joined the list. */
    LIST,
    /** Receipts, links and whatever else a reader asked for. */
    SERVICE;

    public static MailStream of(boolean marketing) {
        return marketing ? LIST : SERVICE;
    }
}
