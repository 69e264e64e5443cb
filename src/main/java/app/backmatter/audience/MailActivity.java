package app.backmatter.audience;

import app.backmatter.audience.domain.KeepMailActivity;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Service;

/** Hears what contacts of the workspace in scope did with their mails, for segments. Joins the caller's transaction. */
@Service
public class MailActivity {
    private final KeepMailActivity keepMailActivity;

    MailActivity(KeepMailActivity keepMailActivity) {
        this.keepMailActivity = keepMailActivity;
    }

    public record Seen(ContactId contact, Instant at) {}

    /**
     * Of many contacts at once, in one statement; whatever the order in which things are told, the latest time stays. Who
     * was erased is passed over. Rows are locked in the order of their ids.
     */
    public void keep(MailDeed deed, Collection<Seen> seen) {
        keepMailActivity.keep(deed, seen);
    }
}
