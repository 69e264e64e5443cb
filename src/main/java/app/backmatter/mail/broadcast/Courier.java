package app.backmatter.mail.broadcast;

import static java.util.Objects.requireNonNull;

import app.backmatter.mail.bounce.ReturnPath;
import app.backmatter.mail.transport.Answer;
import app.backmatter.mail.transport.MailLine;
import app.backmatter.mail.transport.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages over one connection, one after the other. It asks for a message only while it is connected, so that a
 * mail server that is away keeps nothing in the air.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** About a day and a half, with the pauses between them. */
    private static final int MOST_TRIES = 12;

    private final Desk desk;
    private final Transport server;
    private final ReturnPath returns;
    private final MailPattern pattern;
    private final Pauses pauses;
    private final Clock clock;
    private @Nullable MailLine connection;
    private int failures;

    Courier(Desk desk, Transport server, ReturnPath returns, MailPattern pattern, Pauses pauses, Clock clock) {
        this.desk = desk;
        this.server = server;
        this.returns = returns;
        this.pattern = pattern;
        this.pauses = pauses;
        this.clock = clock;
    }

    @Override
    public void run() {
        Ending last = null;
        try {
            while (connection != null || reconnect()) {
                var next = desk.next(last);
                last = null;
                if (next.isEmpty()) {
                    return;
                }
                last = carry(next.get());
                if (connection == null) {
                    desk.tell(last);
                    last = null;
                }
            }
        } finally {
            hangUp();
        }
    }

    private boolean reconnect() {
        while (desk.isOpen()) {
            rest();
            try {
                connection = server.connect();
                return true;
            } catch (IOException e) {
                failures++;
                LOG.warn("The mail server lets nobody in: {}", e.getMessage());
            }
        }
        return false;
    }

    private Ending carry(Outgoing message) {
        try {
            var to = ReadersSlots.ascii(message.recipient().email());
            var ending = ending(
                    message, requireNonNull(connection).send(returns.of(message.id()), to, pattern.fill(message)));
            failures = 0;
            return ending;
        } catch (IOException e) {
            LOG.info("A connection to the mail server was lost", e);
            failures++;
            hangUp();
            return Ending.unknown(message);
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be written", message.id(), e);
            return Ending.failed(message, Ending.NOT_WRITTEN);
        }
    }

    private Ending ending(Outgoing message, Answer answer) {
        return switch (answer) {
            case Answer.Accepted() -> {
                pauses.accepted(message.domain());
                yield Ending.sent(message);
            }
            case Answer.Refused(var reply) -> Ending.failed(message, line(reply));
            case Answer.Postponed(var reply) -> postponed(message, line(reply));
            case Answer.SenderRefused(var reply) -> {
                desk.stop(line(reply));
                yield Ending.unknown(message);
            }
        };
    }

    private Ending postponed(Outgoing message, String reply) {
        var pause = pauses.ask(message.domain());
        int tries = message.tries() + 1;
        if (tries >= MOST_TRIES) {
            return Ending.failed(message, reply);
        }
        var own = clock.instant().plus(backOff(tries));
        return Ending.postponed(message, reply, own.isAfter(pause) ? own : pause);
    }

    /** One minute, doubled each time up to six hours. */
    private static Duration backOff(int tries) {
        return Duration.ofMinutes(Math.min(1L << (tries - 1), 360));
    }

    private static String line(String reply) {
        return reply.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** A tenth of a second at first, doubled each time; ended early when there is nothing to connect for any more. */
    private void rest() {
        long wait = failures == 0 ? 0 : Math.min(LONGEST_WAIT.toMillis(), 50L << Math.min(failures, 10));
        long until = System.nanoTime() + Duration.ofMillis(wait).toNanos();
        while (desk.isOpen() && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void hangUp() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
