package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.content.MailPictures;
import app.backmatter.pages.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of the workspace in scope: begun, written, copied and thrown away. */
@Service
@Transactional
public class WriteBroadcast {
    private final Broadcasts broadcasts;
    private final MailPictures pictures;
    private final Clock clock;

    WriteBroadcast(Broadcasts broadcasts, MailPictures pictures, Clock clock) {
        this.broadcasts = broadcasts;
        this.pictures = pictures;
        this.clock = clock;
    }

    public Optional<BroadcastDetails> find(BroadcastId id) {
        return broadcasts.findById(id).map(Broadcast::details);
    }

    public BroadcastId begin(BroadcastDraft draft) {
        var kept = draft.with(pictures.keep(draft.content()));
        return broadcasts.save(new Broadcast(kept, clock.instant())).id();
    }

    /**
     * @param version as it was when the author began to change it
     * @throws EditedMeanwhile when somebody else changed it since
     * @throws NoDraft once it is on its way
     */
    public void write(BroadcastId id, int version, BroadcastDraft draft) {
        var broadcast = broadcasts.lock(id).orElseThrow(NotFound::new);
        broadcast.requireDraft();
        if (broadcast.details().version() != version) {
            throw new EditedMeanwhile();
        }
        var before = broadcast.draft();
        if (!draft.equals(before)) {
            broadcast.write(draft.with(pictures.keep(draft.content())), clock.instant());
            broadcasts.flush();
            pictures.letGo(before.content());
        }
    }

    /** A draft with the same words to the same readers. */
    public BroadcastId copy(BroadcastId id) {
        return begin(broadcasts.findById(id).orElseThrow(NotFound::new).draft());
    }

    /** @throws NoDraft once it is on its way */
    public void delete(BroadcastId id) {
        var broadcast = broadcasts.lock(id).orElseThrow(NotFound::new);
        broadcast.requireDraft();
        broadcasts.delete(broadcast);
        broadcasts.flush();
        pictures.letGo(broadcast.draft().content());
    }

    /** Nothing that was typed may replace what the author has not seen. */
    public static final class EditedMeanwhile extends RuntimeException {
        EditedMeanwhile() {
            super("Somebody else changed the broadcast");
        }
    }
}
