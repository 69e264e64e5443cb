package app.backmatter.mail.broadcast;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch that this node holds, and how far its messages have gone, in the order of their ids. For one thread at a time. */
final class Lease {
    private final UUID batch;
    private final int attempt;
    private final int subject;
    private final SequencedSet<UUID> unended = new LinkedHashSet<>();
    private @Nullable UUID reached;
    private int open;

    /** With the first subject. */
    Lease(UUID batch, int attempt) {
        this(batch, attempt, 0);
    }

    /**
     * @param attempt counts the leases of this batch: whoever holds the latest alone may let its messages leave
     * @param subject that its messages have; 0 is the first
     */
    Lease(UUID batch, int attempt, int subject) {
        this.batch = batch;
        this.attempt = attempt;
        this.subject = subject;
    }

    /** One that another node held: of what that let go some may not have left. */
    Lease(UUID batch, int attempt, int subject, @Nullable UUID reached, Set<UUID> unended) {
        this(batch, attempt, subject);
        this.reached = reached;
        this.unended.addAll(unended);
    }

    UUID batch() {
        return batch;
    }

    int attempt() {
        return attempt;
    }

    int subject() {
        return subject;
    }

    /** Empty until a message was let go. */
    @Nullable
    UUID reached() {
        return reached;
    }

    /** Those let go that may not have left. */
    SequencedSet<UUID> unended() {
        return unended;
    }

    void expect(int messages) {
        open += messages;
    }

    void letGo(UUID message) {
        unended.add(message);
        if (reached == null || message.compareTo(reached) > 0) {
            reached = message;
        }
    }

    void hasEnded(UUID message) {
        unended.remove(message);
    }

    /** @return whether that was the last of them */
    boolean ended() {
        return --open == 0;
    }
}
