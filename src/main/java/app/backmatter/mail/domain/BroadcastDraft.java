package app.backmatter.mail.domain;

import app.backmatter.audience.Addressed;
import app.backmatter.mail.content.MailContent;

/**
 * What a broadcast says, and to whom. It may be unfinished.
 *
 * @param subject at most 200 characters
 * @param preheader what mail programs show after the subject; at most 200 characters
 * @param test of a second subject, or none
 */
public record BroadcastDraft(
        String subject, String preheader, MailContent content, Addressed addressed, SubjectTest test) {
    /** Without a test. */
    public BroadcastDraft(String subject, String preheader, MailContent content, Addressed addressed) {
        this(subject, preheader, content, addressed, SubjectTest.NONE);
    }

    BroadcastDraft with(MailContent other) {
        return new BroadcastDraft(subject, preheader, other, addressed, test);
    }

    /** The same mail under its second subject. */
    public BroadcastDraft other() {
        return new BroadcastDraft(test.subject(), preheader, content, addressed, test);
    }
}
