package app.backmatter.mail.bounce.mailbox;

/**
 * Where a mailbox is, and how to get in.
 *
 * @param returnAddress that mails are returned to, so that they come there; empty when they return to where they come from
 */
public record MailboxAccess(
        String host,
        int port,
        MailboxSecurity security,
        String username,
        String password,
        String folder,
        String returnAddress) {
    @Override
    public String toString() {
        return username + "@" + host + ":" + port;
    }
}
