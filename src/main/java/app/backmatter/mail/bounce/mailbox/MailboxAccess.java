package app.backmatter.mail.bounce.mailbox;

/** Where a mailbox is, and how to get in. */
public record MailboxAccess(
        String host, int port, MailboxSecurity security, String username, String password, String folder) {
    @Override
    public String toString() {
        return username + "@" + host + ":" + port;
    }
}
