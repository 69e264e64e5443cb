package app.backmatter.mail.transport;

import java.io.IOException;

/** A way for mails to leave. */
public interface Transport {
    /** @throws IOException when it is away or does not let us in */
    MailLine connect() throws IOException;

    /** Whether whoever is there signs mails for their senders, so that a signature of ours would only be broken. */
    default boolean signs() {
        return false;
    }
}
