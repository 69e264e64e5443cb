package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the connections of one broadcast come with what became of their last message and go with the next. All who wait
 * are served by one statement, so that the books are true at any moment and cost little.
 */
final class Desk implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final BroadcastJob job;
    private final Departures departures;
    private final Pauses pauses;
    private final Pace pace;
    private final int connections;

    private final BlockingQueue<Visit> visits = new LinkedBlockingQueue<>();
    private final Deque<Outgoing> prepared = new ConcurrentLinkedDeque<>();
    private final Queue<Lease> finished = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Optional<Outgoing>>> waiting = new ArrayDeque<>();
    private final List<Ending> unwritten = new ArrayList<>();
    private volatile boolean attended = true;
    private volatile boolean open = true;
    private volatile boolean stopped;
    private volatile @Nullable String refused;

    /** @param connections that come to it, at most */
    Desk(BroadcastJob job, Departures departures, Pauses pauses, Pace pace, int connections) {
        this.job = job;
        this.departures = departures;
        this.pauses = pauses;
        this.pace = pace;
        this.connections = connections;
    }

    private record Visit(@Nullable Ending ending, @Nullable CompletableFuture<Optional<Outgoing>> next) {}

    /**
     * Returns once the ending is written down, and there is a next message that may leave.
     *
     * @return empty when there is nothing more to do
     */
    Optional<Outgoing> next(@Nullable Ending ending) {
        var answer = new CompletableFuture<Optional<Outgoing>>();
        visits.add(new Visit(ending, answer));
        return answer.join();
    }

    /** For a connection that can't take another message now. */
    void tell(Ending ending) {
        visits.add(new Visit(ending, null));
    }

    void prepare(Collection<Outgoing> messages) {
        prepared.addAll(messages);
        wake();
    }

    int prepared() {
        return prepared.size();
    }

    /** Batches of which nothing is left. */
    List<Lease> finished() {
        var leases = new ArrayList<Lease>();
        for (var lease = finished.poll(); lease != null; lease = finished.poll()) {
            leases.add(lease);
        }
        return leases;
    }

    /** Lets nothing more leave. */
    void stop() {
        stopped = true;
        wake();
    }

    /** @param reply with which the mail server refused the sender: nobody will get anything before that is mended */
    void stop(String reply) {
        refused = reply;
        stop();
    }

    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    boolean isStopped() {
        return stopped;
    }

    /** Whether there is, or may be, something to carry. */
    boolean isOpen() {
        return open && !stopped || !prepared.isEmpty();
    }

    /** Nothing more will be prepared: who asks for a message when there is none left is sent home. */
    void close() {
        open = false;
        wake();
    }

    /** Nobody comes any more. */
    void leave() {
        attended = false;
        wake();
    }

    private void wake() {
        visits.add(new Visit(null, null));
    }

    @Override
    public void run() {
        while (attended || !unwritten.isEmpty()) {
            receive();
            var next = choose();
            try {
                WorkspaceScope.run(job.workspace(), () -> serve(next));
            } catch (RuntimeException e) {
                LOG.warn("The books of a broadcast wait: {}", e.toString());
                next.forEach(prepared::addFirst);
                LockSupport.parkNanos(500_000_000);
            }
            if (stopped || (!open && prepared.isEmpty() && unwritten.isEmpty())) {
                sendHome();
            }
        }
    }

    /** Takes who is there and, as a statement costs the same for many, waits a moment for half of the connections. */
    private void receive() {
        try {
            var next = visits.poll(patience(), TimeUnit.MILLISECONDS);
            long until = System.nanoTime() + MOMENT.toNanos();
            while (next != null) {
                take(next);
                long left = waiting.size() * 2 < connections && !prepared.isEmpty() ? until - System.nanoTime() : 0;
                next = visits.poll(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds: who waits for nothing but the pace is served soon, whoever else comes at once. */
    private long patience() {
        if (!unwritten.isEmpty()) {
            return 0;
        }
        return waiting.isEmpty() || prepared.isEmpty() || stopped ? 100 : 1;
    }

    private void take(Visit visit) {
        if (visit.ending() != null) {
            unwritten.add(visit.ending());
        }
        if (visit.next() != null) {
            waiting.add(visit.next());
        }
    }

    private List<Outgoing> choose() {
        var next = new ArrayList<Outgoing>();
        if (stopped) {
            prepared.clear();
            return next;
        }
        int most = pace.take(Math.min(waiting.size(), prepared.size()));
        while (next.size() < most && !prepared.isEmpty()) {
            var message = prepared.removeFirst();
            pauses.of(message.domain())
                    .ifPresentOrElse(until -> unwritten.add(Ending.heldBack(message, until)), () -> next.add(message));
        }
        return next;
    }

    private void serve(List<Outgoing> next) {
        if (unwritten.isEmpty() && next.isEmpty()) {
            return;
        }
        var unwanted = departures.turn(job, unwritten, next);
        var written = List.copyOf(unwritten);
        unwritten.clear();
        written.forEach(this::over);
        unwanted.ifPresentOrElse(those -> next.forEach(message -> grant(message, those)), () -> stopped = true);
    }

    private void over(Ending ending) {
        if (!ending.isOver()) {
            prepared.addFirst(ending.message());
        } else {
            ended(ending.message().lease());
        }
    }

    private void ended(Lease lease) {
        if (lease.ended()) {
            finished.add(lease);
        }
    }

    /** @param unwanted those that were cancelled, because their reader may not be mailed any more */
    private void grant(Outgoing message, Set<UUID> unwanted) {
        if (unwanted.contains(message.id())) {
            message.lease().hasEnded(message.id());
            ended(message.lease());
        } else {
            waiting.remove().complete(Optional.of(message));
        }
    }

    private void sendHome() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.complete(Optional.empty());
        }
    }
}
