package app.backmatter.mail.transport;

import java.io.IOException;

/** Takes many messages, one after the other. */
public interface MailLine extends AutoCloseable {
    /**
     * @param message lines that end with CR LF; none begins with a dot, or the dot is doubled
     * @throws IOException when it can't take one now; whether it took this one is not known then
     */
    Answer send(String from, String to, String message) throws IOException;

    @Override
    void close();
}
