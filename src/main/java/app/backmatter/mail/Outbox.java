package app.backmatter.mail;

import app.backmatter.mail.domain.QueueLetters;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where mails wait. Joins the caller's transaction: a mail exists if and only if what it tells of does. */
@Service
public class Outbox {
    private final QueueLetters letters;

    Outbox(QueueLetters letters) {
        this.letters = letters;
    }

    /** Queues letters of any workspaces in one statement; letters whose key is known already are passed over. */
    public void queue(List<Letter> queued) {
        letters.queue(queued);
    }

    /** Lets a waiting letter leave now. Does nothing when it left or never was. */
    public void release(WorkspaceId workspace, String key) {
        letters.release(workspace, key);
    }
}
