package app.backmatter.orders;

import app.backmatter.shared.EmailAddress;
import java.time.Instant;

/**
 * What somebody else is to have who does not pay for it.
 *
 * @param to whose mailbox gets the link to it
 * @param name of that person, at most {@value #LONGEST_NAME} characters
 * @param message from the buyer, at most {@value #LONGEST_MESSAGE} characters; may be empty
 * @param leavesAt when the link is mailed; what is past is now
 */
public record Present(EmailAddress to, String name, String message, Instant leavesAt) {
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_MESSAGE = 500;
}
