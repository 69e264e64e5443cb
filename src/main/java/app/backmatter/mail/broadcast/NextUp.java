package app.backmatter.mail.broadcast;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who goes next: the messages that are prepared, and the connections that wait for one. Anybody may prepare messages; all
 * else is the desk's thread's.
 */
final class NextUp {
    private final Pauses pauses;
    private final Pace pace;
    private final Consumer<Ending> heldBack;
    private final BlockingDeque<Outgoing> prepared = new LinkedBlockingDeque<>();
    private final Deque<Visit> waiting = new ArrayDeque<>();

    /** @param heldBack hears of messages to a domain that wants a pause */
    NextUp(Pauses pauses, Pace pace, Consumer<Ending> heldBack) {
        this.pauses = pauses;
        this.pace = pace;
        this.heldBack = heldBack;
    }

    /** A visit, and the turn that it gets once that is written down. */
    record Reply(Visit visit, Turn turn) {
        void give() {
            requireNonNull(visit.turn()).complete(Optional.of(turn));
        }
    }

    void prepare(Collection<Outgoing> messages) {
        prepared.addAll(messages);
    }

    /** Before all others: it was their turn already. */
    void prepareFirst(Outgoing message) {
        prepared.addFirst(message);
    }

    int prepared() {
        return prepared.size();
    }

    void await(Visit visit) {
        waiting.add(visit);
    }

    int waiting() {
        return waiting.size();
    }

    /** Whether anything is there that could leave. */
    boolean isWork() {
        return !prepared.isEmpty() || opened() > 0;
    }

    void forgetPrepared() {
        prepared.clear();
    }

    /** Who waits gets what is there, as far as pace and pauses let it. */
    List<Reply> choose() {
        var replies = new ArrayList<Reply>();
        int most = pace.take(Math.min(waiting.size(), prepared.size() + opened()));
        for (int left = waiting.size(); left > 0 && replies.size() < most; left--) {
            var visit = waiting.remove();
            var message = visit.opened() != null && mayGo(visit.opened()) ? visit.opened() : next();
            if (message == null) {
                waiting.add(visit.forAny());
            } else {
                message.lease().letGo(message.id());
                replies.add(new Reply(visit, new Turn(message, ahead())));
            }
        }
        return replies;
    }

    /** It could not be written down: another time. */
    void takeBack(Reply reply) {
        keepThen(reply);
        if (reply.turn().message().equals(reply.visit().opened())) {
            waiting.add(reply.visit());
        } else {
            prepared.addFirst(reply.turn().message());
            waiting.add(reply.visit().forAny());
        }
    }

    /** Its message may not leave any more: its connection waits for another. */
    void passOver(Reply reply) {
        keepThen(reply);
        waiting.add(reply.visit().forAny());
    }

    void sendHome() {
        for (var visit = waiting.poll(); visit != null; visit = waiting.poll()) {
            requireNonNull(visit.turn()).complete(Optional.empty());
        }
    }

    private int opened() {
        return (int) waiting.stream().filter(visit -> visit.opened() != null).count();
    }

    private @Nullable Outgoing next() {
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
        until.ifPresent(moment -> heldBack.accept(Ending.heldBack(message, moment)));
        return until.isEmpty();
    }

    /** One whose envelope may be opened already, unless the server would have to wait long for what comes after it. */
    private @Nullable Outgoing ahead() {
        var then = pace.isUnlimited() ? next() : null;
        if (then != null) {
            // not let go yet, but whoever goes by how far this batch is must know that it has not left
            then.lease().letGo(then.id());
        }
        return then;
    }

    private void keepThen(Reply reply) {
        if (reply.turn().then() != null) {
            prepared.addFirst(reply.turn().then());
        }
    }
}
