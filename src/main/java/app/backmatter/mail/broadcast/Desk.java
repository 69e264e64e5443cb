package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final NextUp nextUp;
    private final int connections;

    private final Visits visits = new Visits();
    private final Queue<Lease> finished = new ConcurrentLinkedQueue<>();
    private final List<Ending> unwritten = new ArrayList<>();
    private volatile boolean attended = true;
    private volatile boolean open = true;
    private volatile boolean stopped;
    private volatile @Nullable String refused;

    /** @param connections that come to it, at most */
    Desk(BroadcastJob job, Departures departures, Pauses pauses, Pace pace, int connections) {
        this.job = job;
        this.departures = departures;
        this.nextUp = new NextUp(pauses, pace, this::write);
        this.connections = connections;
    }

    /**
     * Returns once the endings are written down, and there is a next message that may leave.
     *
     * @param opened the message that it should be, if it still may
     * @return empty when there is nothing more to do
     */
    Optional<Turn> next(List<Ending> endings, @Nullable Outgoing opened) {
        var turn = new CompletableFuture<Optional<Turn>>();
        visits.add(new Visit(endings, opened, turn));
        return turn.join();
    }

    /** For a connection that can't take another message now. */
    void tell(List<Ending> endings) {
        visits.add(Visit.telling(endings));
    }

    void prepare(Collection<Outgoing> messages) {
        nextUp.prepare(messages);
        wake();
    }

    int prepared() {
        return nextUp.prepared();
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
        return open && !stopped || nextUp.prepared() > 0;
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
        visits.add(Visit.telling(List.of()));
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
                next.forEach(nextUp::takeBack);
                LockSupport.parkNanos(500_000_000);
            }
            if (stopped || !open && !nextUp.isWork() && unwritten.isEmpty()) {
                nextUp.sendHome();
            }
        }
    }

    /** Takes who is there and, as a statement costs the same for many, waits a moment for half of the connections. */
    private void receive() {
        visits.await(1, patience(), TimeUnit.MILLISECONDS);
        visits.take(this::take);
        int missing = (connections + 1) / 2 - nextUp.waiting();
        if (missing > 0 && nextUp.waiting() > 0 && nextUp.isWork()) {
            visits.await(missing, MOMENT.toNanos(), TimeUnit.NANOSECONDS);
            visits.take(this::take);
        }
    }

    /** Milliseconds: who waits for nothing but the pace is served soon, whoever else comes at once. */
    private long patience() {
        if (!unwritten.isEmpty()) {
            return 0;
        }
        return nextUp.waiting() == 0 || !nextUp.isWork() || stopped ? 100 : 1;
    }

    private void take(Visit visit) {
        visit.endings().forEach(this::write);
        if (visit.turn() != null) {
            nextUp.await(visit);
        }
    }

    private void write(Ending ending) {
        if (ending.isOver()) {
            ending.message().lease().hasEnded(ending.message().id());
        }
        unwritten.add(ending);
    }

    private List<NextUp.Reply> choose() {
        if (stopped) {
            nextUp.forgetPrepared();
            return List.of();
        }
        return nextUp.choose();
    }

    private void serve(List<NextUp.Reply> replies) {
        if (unwritten.isEmpty() && replies.isEmpty()) {
            return;
        }
        var next = replies.stream().map(reply -> reply.turn().message()).toList();
        var unwanted = departures.turn(job, unwritten, next);
        var written = List.copyOf(unwritten);
        unwritten.clear();
        written.forEach(this::over);
        unwanted.ifPresentOrElse(those -> replies.forEach(reply -> give(reply, those)), () -> {
            replies.forEach(nextUp::takeBack);
            stopped = true;
        });
    }

    private void over(Ending ending) {
        if (ending.isOver()) {
            ended(ending.message().lease());
        } else {
            nextUp.prepareFirst(ending.message());
        }
    }

    private void ended(Lease lease) {
        if (lease.ended()) {
            finished.add(lease);
        }
    }

    /** @param unwanted those that were cancelled, because their reader may not be mailed any more */
    private void give(NextUp.Reply reply, Set<UUID> unwanted) {
        var message = reply.turn().message();
        if (unwanted.contains(message.id())) {
            message.lease().hasEnded(message.id());
            ended(message.lease());
            nextUp.passOver(reply);
        } else {
            reply.give();
        }
    }
}
