package app.backmatter.mail.bounce;

import app.backmatter.mail.MessageId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports of a mail that left. It is about the address that our own message went to; the one that it names
 * counts only where the message is not known and who reports is trusted, that is, names the workspace.
 *
 * @param message as {@link OurMessages} reads it from headers; absent when not told
 * @param workspace whose provider or mailbox it comes from; absent for those of the installation. A message of another
 *     workspace is then not believed
 * @param address whom it was for, as they say; absent when not told
 * @param at when it happened, as they say
 * @param status such as 5.1.1 (RFC 3463); may be empty
 * @param words what was said, for the author to read; may be empty; cut after 500 characters
 * @param source who reports: {@code smtp}, {@code mailbox}, or a provider's name such as {@code ses}
 * @param theirId what the report is called there, at most 300 characters: from one source it is kept once
 */
public record Report(
        ReportKind kind,
        @Nullable MessageId message,
        @Nullable WorkspaceId workspace,
        @Nullable EmailAddress address,
        Instant at,
        String status,
        String words,
        String source,
        String theirId) {

    private static final String AT_ONCE = "smtp";

    /** Each text is one line of letters that can be stored: who reports is not us. */
    public Report {
        status = line(status);
        words = line(words);
        theirId = line(theirId);
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Whether the mail never was accepted. */
    boolean isAtOnce() {
        return source.equals(AT_ONCE);
    }

    /** A mail server took no copy of our message, with these words. */
    public static Report bySmtp(MessageId message, String reply, Instant at) {
        return new Report(
                BounceTable.kindOf(reply),
                message,
                null,
                null,
                at,
                BounceTable.statusIn(reply),
                reply,
                AT_ONCE,
                message.toString());
    }
}
