package app.backmatter.audience;

import app.backmatter.audience.domain.KeepMailActivity;
import app.backmatter.audience.domain.TagRules;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Hears what contacts of the workspace in scope did with their mails, for segments. Joins the caller's transaction. */
@Service
public class MailActivity {
    private final KeepMailActivity keepMailActivity;
    private final TagRules tagRules;

    MailActivity(KeepMailActivity keepMailActivity, TagRules tagRules) {
        this.keepMailActivity = keepMailActivity;
        this.tagRules = tagRules;
    }

    public record Seen(ContactId contact, Instant at) {}

    /**
     * Of many contacts at once, in one statement; whatever the order in which things are told, the latest time stays. Who
     * was erased is passed over. Rows are locked in the order of their ids.
     */
    public void keep(MailDeed deed, Collection<Seen> seen) {
        keepMailActivity.keep(deed, seen);
    }

    /**
     * Locks their rows in the order of their ids until the transaction ends: for who changes some of them now and others
     * later.
     */
    public void hold(Collection<ContactId> contacts) {
        keepMailActivity.hold(contacts);
    }

    /**
     * Gives contacts the tags that the author's rules have for a click on a link: to be told beside {@link #keep}.
     *
     * @param address where the link leads, as the author typed it
     */
    public void clicked(String address, Collection<ContactId> contacts, Instant at) {
        tagRules.apply(TagEvent.CLICKED, contacts.stream().map(ContactId::value).toList(), List.of(address), at);
    }
}
