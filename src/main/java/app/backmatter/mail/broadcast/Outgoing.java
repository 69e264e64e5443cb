package app.backmatter.mail.broadcast;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.Recipient;
import app.backmatter.shared.EmailAddress;
import java.util.UUID;

/**
 * A message in this node's hands.
 *
 * @param tries how often a mail server has put it off
 */
record Outgoing(UUID id, Recipient recipient, Lease lease, int tries) {
    /** For what reads the same whoever gets it. */
    static final Outgoing NOBODY = new Outgoing(
            new UUID(0, 0),
            new Recipient(new ContactId(new UUID(0, 0)), EmailAddress.ERASED, "", ""),
            new Lease(new UUID(0, 0), 0),
            0);

    ContactId contact() {
        return recipient.contact();
    }

    /** The part of the address that its mail server answers for. */
    String domain() {
        var address = recipient.email().value();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
