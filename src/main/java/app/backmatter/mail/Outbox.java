package app.backmatter.mail;

import app.backmatter.audience.ContactId;
import app.backmatter.mail.domain.MessageList;
import app.backmatter.mail.domain.QueueLetters;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where mails wait. Joins the caller's transaction: a mail exists if and only if what it tells of does. */
@Service
public class Outbox {
    private final QueueLetters letters;
    private final MessageList messages;

    Outbox(QueueLetters letters, MessageList messages) {
        this.letters = letters;
        this.messages = messages;
    }

    /** Queues letters of any workspaces in one statement; letters whose key is known already are passed over. */
    public void queue(List<Letter> queued) {
        letters.queue(queued);
    }

    /** The mails to a contact that were queued since then, in the workspace in scope: latest first, at most 50. */
    public List<MailView> to(ContactId contact, Instant since) {
        return messages.to(contact, since);
    }

    /**
     * Lets a letter leave after all that had not because nobody wanted it any more; its template is asked anew. Does nothing
     * when it left, waits or never was.
     */
    public void takeUp(WorkspaceId workspace, String key) {
        letters.takeUp(workspace, key);
    }

    /** Forgets letters that left, or will not, for someone in them who is to be forgotten. What still waits stays. */
    public void forget(WorkspaceId workspace, Collection<String> keys) {
        letters.forget(workspace, keys);
    }

    /** Lets a waiting letter leave now. Does nothing when it left or never was. */
    public void release(WorkspaceId workspace, String key) {
        letters.release(workspace, key);
    }
}
