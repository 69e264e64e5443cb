package app.backmatter.mail.broadcast;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A batch that this node holds. */
final class Lease {
    private final UUID batch;
    private final int attempt;
    private final AtomicInteger open = new AtomicInteger();

    /** @param attempt counts the leases of this batch: whoever holds the latest alone may let its messages leave */
    Lease(UUID batch, int attempt) {
        this.batch = batch;
        this.attempt = attempt;
    }

    UUID batch() {
        return batch;
    }

    int attempt() {
        return attempt;
    }

    void expect(int messages) {
        open.addAndGet(messages);
    }

    /** @return whether that was the last of them */
    boolean ended() {
        return open.decrementAndGet() == 0;
    }
}
