package app.backmatter.audience;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What other modules know of a contact of the workspace in scope, for the history on the contact's page. */
public interface ContactLines {
    /** What a history can be narrowed to. */
    enum Theme {
        CONSENT,
        MAILS,
        ORDERS,
        TAGS,
        NOTES
    }

    /**
     * @param kind the message is {@code audience.history.<kind>}
     * @param path of its page within the workspace, from the slash behind the workspace's part; empty for none
     */
    record Line(Theme theme, String kind, String detail, String path, Instant at) {}

    /** Kinds of what {@link Audience#note} keeps that these lines tell better. */
    Set<String> instead();

    /** Latest first, at most 500. */
    List<Line> of(ContactId contact);
}
