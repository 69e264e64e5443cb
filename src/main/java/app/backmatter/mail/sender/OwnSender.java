package app.backmatter.mail.sender;

/**
 * What an owner chose for a stream.
 *
 * @param name empty for the workspace's
 * @param address empty for the workspace's
 * @param replyTo empty for where the mail comes from
 */
public record OwnSender(String name, String address, String replyTo) {
    public static final OwnSender USUAL = new OwnSender("", "", "");
}
