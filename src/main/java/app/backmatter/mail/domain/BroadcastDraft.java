package app.backmatter.mail.domain;

import app.backmatter.audience.Addressed;
import app.backmatter.mail.content.MailContent;

/**
 * What a broadcast says, and to whom. It may be unfinished.
 *
 * @param subject at most 200 characters
 * @param preheader what mail programs show after the subject; at most 200 characters
 */
public record BroadcastDraft(String subject, String preheader, MailContent content, Addressed addressed) {
    BroadcastDraft with(MailContent other) {
        return new BroadcastDraft(subject, preheader, other, addressed);
    }
}
