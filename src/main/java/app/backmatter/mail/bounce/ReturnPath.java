package app.backmatter.mail.bounce;

import java.util.UUID;

/**
 * Where mails of a workspace are returned to: the envelope's sender.
 *
 * @param from whom they come from
 * @param returnAddress of the mailbox that is read for bounces; empty when they return to where they come from. Each mail then
 *     has one of its own, such as {@code bounces+0198…@example.org}, so that whatever comes there tells which mail it is about
 */
public record ReturnPath(String from, String returnAddress) {
    public String of(UUID message) {
        if (returnAddress.isEmpty()) {
            return from;
        }
        int at = returnAddress.lastIndexOf('@');
        // in small letters: some servers do not keep capitals
        return returnAddress.substring(0, at) + "+" + message.toString().replace("-", "") + returnAddress.substring(at);
    }
}
