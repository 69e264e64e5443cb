package app.backmatter.mail.broadcast;

import static java.util.Objects.requireNonNull;

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
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
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
    private final BlockingDeque<Outgoing> prepared = new LinkedBlockingDeque<>();
    private final Queue<Lease> finished = new ConcurrentLinkedQueue<>();
    private final Deque<Visit> waiting = new ArrayDeque<>();
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
                next.forEach(this::takeBack);
                LockSupport.parkNanos(500_000_000);
            }
            if (stopped || !open && prepared.isEmpty() && unwritten.isEmpty() && opened() == 0) {
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
                long left = waiting.size() * 2 < connections && isWork() ? until - System.nanoTime() : 0;
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
        return waiting.isEmpty() || !isWork() || stopped ? 100 : 1;
    }

    private boolean isWork() {
        return !prepared.isEmpty() || opened() > 0;
    }

    private void take(Visit visit) {
        visit.endings().forEach(this::write);
        if (visit.turn() != null) {
            waiting.add(visit);
        }
    }

    private void write(Ending ending) {
        if (ending.isOver()) {
            ending.message().lease().hasEnded(ending.message().id());
        }
        unwritten.add(ending);
    }

    /** A visit, and the turn that it gets once that is written down. */
    private record Reply(Visit visit, Turn turn) {}

    private List<Reply> choose() {
        var replies = new ArrayList<Reply>();
        if (stopped) {
            prepared.clear();
            return replies;
        }
        int most = pace.take(Math.min(waiting.size(), prepared.size() + opened()));
        for (int left = waiting.size(); left > 0 && replies.size() < most; left--) {
            var visit = waiting.remove();
            var message = visit.opened() != null && mayGo(visit.opened()) ? visit.opened() : nextPrepared();
            if (message == null) {
                waiting.add(visit.forAny());
            } else {
                message.lease().letGo(message.id());
                replies.add(new Reply(visit, new Turn(message, ahead())));
            }
        }
        return replies;
    }

    private int opened() {
        return (int) waiting.stream().filter(visit -> visit.opened() != null).count();
    }

    private @Nullable Outgoing nextPrepared() {
        while (!prepared.isEmpty()) {
            var message = prepared.removeFirst();
            if (mayGo(message)) {
                return message;
            }
        }
        return null;
    }

    private boolean mayGo(Outgoing message) {
        var until = pauses.of(message.domain());
        until.ifPresent(moment -> write(Ending.heldBack(message, moment)));
        return until.isEmpty();
    }

    /** One whose envelope may be opened already, unless the server would have to wait long for what comes after it. */
    private @Nullable Outgoing ahead() {
        var then = pace.isUnlimited() ? nextPrepared() : null;
        if (then != null) {
            // not let go yet, but whoever goes by how far this batch is must know that it has not left
            then.lease().letGo(then.id());
        }
        return then;
    }

    private void serve(List<Reply> replies) {
        if (unwritten.isEmpty() && replies.isEmpty()) {
            return;
        }
        var next = replies.stream().map(reply -> reply.turn().message()).toList();
        var unwanted = departures.turn(job, unwritten, next);
        var written = List.copyOf(unwritten);
        unwritten.clear();
        written.forEach(this::over);
        unwanted.ifPresentOrElse(those -> replies.forEach(reply -> give(reply, those)), () -> {
            replies.forEach(this::takeBack);
            stopped = true;
        });
    }

    private void over(Ending ending) {
        if (ending.isOver()) {
            ended(ending.message().lease());
        } else {
            prepared.addFirst(ending.message());
        }
    }

    private void ended(Lease lease) {
        if (lease.ended()) {
            finished.add(lease);
        }
    }

    /** @param unwanted those that were cancelled, because their reader may not be mailed any more */
    private void give(Reply reply, Set<UUID> unwanted) {
        var message = reply.turn().message();
        if (unwanted.contains(message.id())) {
            message.lease().hasEnded(message.id());
            ended(message.lease());
            keepThen(reply);
            waiting.add(reply.visit().forAny());
        } else {
            requireNonNull(reply.visit().turn()).complete(Optional.of(reply.turn()));
        }
    }

    private void takeBack(Reply reply) {
        keepThen(reply);
        if (reply.turn().message().equals(reply.visit().opened())) {
            waiting.add(reply.visit());
        } else {
            prepared.addFirst(reply.turn().message());
            waiting.add(reply.visit().forAny());
        }
    }

    private void keepThen(Reply reply) {
        if (reply.turn().then() != null) {
            prepared.addFirst(reply.turn().then());
        }
    }

    private void sendHome() {
        for (var visit = waiting.poll(); visit != null; visit = waiting.poll()) {
            requireNonNull(visit.turn()).complete(Optional.empty());
        }
    }
}
