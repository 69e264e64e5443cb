package app.backmatter.mail.broadcast;

import app.backmatter.mail.bounce.ReturnPath;
import app.backmatter.mail.transport.Answer;
import app.backmatter.mail.transport.MailLine;
import app.backmatter.mail.transport.SmtpConnection;
import app.backmatter.mail.transport.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages over one connection, one after the other. It asks for a message only while it is connected, so that a
 * mail server that is away keeps nothing in the air. The next message's envelope goes ahead, behind the one before: a
 * message costs one way to the server and back.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Desk desk;
    private final Transport server;
    private final ReturnPath returns;
    private final MailPattern pattern;
    private final Pauses pauses;
    private final Hearing hearing;
    private final Clock clock;
    private @Nullable MailLine connection;
    private @Nullable Outgoing opened;
    private List<Ending> endings = new ArrayList<>();
    private int failures;

    Courier(
            Desk desk,
            Transport server,
            ReturnPath returns,
            MailPattern pattern,
            Pauses pauses,
            Hearing hearing,
            Clock clock) {
        this.desk = desk;
        this.server = server;
        this.returns = returns;
        this.pattern = pattern;
        this.pauses = pauses;
        this.hearing = hearing;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (connection != null || reconnect()) {
                var turn = desk.next(told(), opened);
                if (turn.isEmpty()) {
                    return;
                }
                carry(turn.get());
            }
        } finally {
            hangUp();
        }
    }

    private List<Ending> told() {
        var told = endings;
        endings = new ArrayList<>();
        return told;
    }

    private boolean reconnect() {
        while (desk.isOpen()) {
            rest();
            try {
                connection = server.connect();
                return true;
            } catch (IOException e) {
                failures++;
                hearing.away(e);
                LOG.warn("The mail server lets nobody in: {}", e.toString());
            }
        }
        return false;
    }

    private void carry(Turn turn) {
        var message = turn.message();
        var then = turn.then();
        try {
            var line = line(message);
            if (then != null && line instanceof SmtpConnection smtp && smtp.takesEnvelopesAhead()) {
                then = carry(smtp, message, then);
            } else {
                endings.add(ending(message, send(line, message)));
            }
            failures = connection == null ? failures : 0;
        } catch (IOException e) {
            lost(message, e);
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be written", message.id(), e);
            hangUp();
            endings.add(Ending.failed(message, Ending.NOT_WRITTEN));
        }
        if (then != null) {
            endings.add(Ending.unknown(then));
        }
        if (connection == null) {
            desk.tell(told());
        }
    }

    /** The envelope of one that was not let go is open: only that message may follow. */
    private MailLine line(Outgoing message) throws IOException {
        if (opened != null && !message.equals(opened)) {
            hangUp();
        }
        if (connection == null) {
            connection = server.connect();
        }
        return connection;
    }

    private Answer send(MailLine line, Outgoing message) throws IOException {
        if (opened != null && line instanceof SmtpConnection smtp) {
            opened = null;
            return smtp.send(pattern.fill(message));
        }
        return line.send(from(message), address(message), pattern.fill(message));
    }

    /** @return the next one, when its envelope did not go ahead */
    private @Nullable Outgoing carry(SmtpConnection line, Outgoing message, Outgoing then) throws IOException {
        if (opened == null) {
            var refusal = line.open(from(message), address(message));
            if (refusal.isPresent()) {
                endings.add(ending(message, refusal.get()));
                return then;
            }
        }
        opened = null;
        endings.add(ending(message, line.sendBefore(from(then), address(then), pattern.fill(message))));
        try {
            var refusal = line.opened();
            if (refusal.isPresent()) {
                endings.add(ending(then, refusal.get()));
            } else {
                opened = then;
            }
        } catch (IOException e) {
            lost(then, e);
        }
        return null;
    }

    private void lost(Outgoing message, IOException reason) {
        LOG.info("A connection to the mail server was lost", reason);
        failures++;
        hangUp();
        endings.add(hearing.lost(message, reason, desk.prepared() > 0));
    }

    private String from(Outgoing message) {
        return returns.of(message.id());
    }

    private static String address(Outgoing message) {
        return message.recipient().email().ascii();
    }

    private Ending ending(Outgoing message, Answer answer) {
        hearing.answered(message);
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
        if (tries >= Ending.MOST_TRIES) {
            return Ending.failed(message, reply);
        }
        var own = clock.instant().plus(Ending.backOff(tries));
        return Ending.postponed(message, reply, own.isAfter(pause) ? own : pause);
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
        opened = null;
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
