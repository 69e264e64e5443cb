package app.backmatter.mail.bounce;

import app.backmatter.mail.MessageId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the ids of our messages from where they come back: each mail's Message-ID begins with it. */
public final class OurMessages {
    private static final Pattern ID =
            Pattern.compile("<?\\s*([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})@[^\\s@<>]{1,255}>?");

    private static final Pattern RETURNED =
            Pattern.compile("\\+([0-9a-f]{8})([0-9a-f]{4})(7[0-9a-f]{3})([0-9a-f]{4})([0-9a-f]{12})@");

    private OurMessages() {}

    /**
     * @param addresses whom a mail came to, in any form
     * @return empty when none is a mail's own as {@link ReturnPath} makes them
     */
    public static Optional<MessageId> byReturnAddress(String addresses) {
        var found = RETURNED.matcher(addresses.toLowerCase(Locale.ROOT));
        return found.find()
                ? Optional.of(MessageId.of(String.join(
                        "-", found.group(1), found.group(2), found.group(3), found.group(4), found.group(5))))
                : Optional.empty();
    }

    /**
     * @param header a Message-ID, with or without its brackets
     * @return empty for what was never ours by its shape
     */
    public static Optional<MessageId> byHeader(String header) {
        var found = ID.matcher(header.strip());
        return found.matches() ? Optional.of(new MessageId(UUID.fromString(found.group(1)))) : Optional.empty();
    }
}
